// Identity across languages, sentence by sentence (format.md 4.7, 4.8 and 4.9). Anchors are permanent: a change here
// breaks links.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IdentityItem } from '../../../src/compiler/resolve/identity/index.ts';
import { cpuTime } from '../../cpu-time.ts';
import { readIdentities, type IdentityRow } from '../../corpus/read-identity.ts';
import { snakeCase } from '../../../src/compiler/resolve/identity/name-fields.ts';
import { describeFields, identify, item, type Forms } from './items.ts';

const fieldsOf = (forms: Forms): readonly string[] => describeFields(identify(forms));

describe('items of one parent are the same field', () => {
  test('by equal path and folded key, before equal path alone', () => {
    const forms = {
      curl: { properties: [item('old', 'a.id'), item('id', 'a.id')] },
      js: { properties: [item('ID', 'a.id'), item('other', 'a.other')] },
    };
    expect(fieldsOf(forms)).toEqual(['thing.old: curl:old', 'thing.id: curl:id js:ID', 'thing.other: js:other']);
  });

  test('by equal path, whatever the key', () => {
    expect(
      fieldsOf({ curl: { properties: [item('object', 'a.object')] }, java: { properties: [item('obj', 'a.object')] } }),
    ).toEqual(['thing.object: curl:object java:obj']);
  });

  test('by equal folded key, whatever the path', () => {
    const forms = {
      curl: { properties: [item('created_at', 'a.x')] },
      go: { properties: [item('CreatedAt', 'a.y')] },
      php: { properties: [item('createdAt')] },
    };
    expect(fieldsOf(forms)).toEqual(['thing.created_at: curl:created_at go:CreatedAt php:createdAt']);
  });

  test('unless characters in front of their keys differ, whatever their order in the file', () => {
    const pairs = [
      ['_id', 'id'],
      ['@type', 'type'],
      ['+1', '-1'],
      ['$ref', 'ref'],
      ['.env', 'env'],
    ] as const;
    for (const [one, other] of pairs) {
      const forms = {
        curl: { properties: [item(one), item(other)] },
        js: { properties: [item(other), item(one)] },
        ruby: { properties: [item(one)] },
      };
      const [first, second] = [one, other].map((key) => `thing.${key.replace(/[^\w.-]/, '_')}`);
      expect(fieldsOf(forms)).toEqual([
        `${first}: curl:${one} js:${one} ruby:${one}`,
        `${second}: curl:${other} js:${other}`,
      ]);
    }
  });

  test('by equal letters and digits if other characters differ, as the last criterion', () => {
    const forms = {
      curl: { properties: [item('_id'), item('@created_at')] },
      js: { properties: [item('id'), item('createdAt')] },
    };
    expect(fieldsOf(forms)).toEqual(['thing._id: curl:_id js:id', 'thing._created_at: curl:@created_at js:createdAt']);
  });

  test('by the whole key if it has no letters and digits', () => {
    const star = { properties: [item('*'), item('**')] };
    const forms = { curl: star, js: { properties: [item('**'), item('*')] }, go: { properties: [item('*')] } };
    expect(fieldsOf(forms)).toEqual(['thing._: curl:* js:* go:*', 'thing.__: curl:** js:**']);
    expect(identify(forms).clashes).toEqual([]);
    expect(fieldsOf({ curl: { properties: [item('*')] }, js: { properties: [item('#')] } })).toEqual([
      'thing._: curl:*',
      'thing._-2: js:#',
    ]);
  });

  test('by a path without the variant at its end', () => {
    const forms = {
      curl: { properties: [item('state', 'a.state.lowercase')] },
      java: { properties: [item('status', 'a.state.titlecase')] },
    };
    expect(fieldsOf(forms)).toEqual(['thing.state: curl:state java:status']);
  });

  test('unless two items of one language would become the same field', () => {
    const forms = {
      curl: { properties: [item('from', 'a.time'), item('to', 'a.time')] },
      go: { properties: [item('From', 'a.time'), item('To', 'a.time')] },
    };
    expect(fieldsOf(forms)).toEqual(['thing.from: curl:from go:From', 'thing.to: curl:to go:To']);
  });

  test('whatever the order of languages in the file', () => {
    const curl = { properties: [item('a', 'p.x'), item('b', 'p.y')] };
    const ruby = { properties: [item('b', 'p.x'), item('a', 'p.y')] };
    expect(fieldsOf({ ruby, curl })).toEqual(fieldsOf({ curl, ruby }));
  });
});

describe('a wrapper is transparent', () => {
  const limit = (key = 'limit'): IdentityItem => item(key, 'page.limit');

  test('if it is called options or opts, and has the place of its list', () => {
    const forms = {
      curl: { parameters: [limit()] },
      js: { parameters: [item('options', undefined, [limit()], 'unwrap')] },
      go: { parameters: [item('ctx', 'go.ctx'), item('opts', undefined, [limit('Limit')], 'expanded')] },
    };
    expect(fieldsOf(forms)).toEqual([
      'thing.parameters.limit: curl:limit js:limit go:Limit',
      'thing.parameters.ctx: go:ctx',
    ]);
  });

  test('the outermost shown wrapper has the anchor of its list; unwrapped and inner ones have no anchor', () => {
    const inner = item('options', undefined, [limit()], 'expanded');
    const outer = item('opts', undefined, [inner], 'expanded');
    const unwrapped = item('options', undefined, [limit()], 'unwrap');
    const { byItem } = identify({ go: { parameters: [outer] }, js: { parameters: [unwrapped] } });
    expect([outer, inner, unwrapped].map((wrapper) => byItem.get(wrapper)?.anchor)).toEqual([
      'thing.parameters',
      undefined,
      undefined,
    ]);
  });

  test('if it is unwrapped or expanded, and the only item of its list apart from plumbing', () => {
    const forms = {
      curl: { returns: [item('anonymous', undefined, [item('data', 'a.data')], 'unwrap')] },
      go: { returns: [item('list', undefined, [item('Data', 'a.data')], 'expanded'), item('err')] },
    };
    expect(fieldsOf(forms)).toEqual(['thing.returns.data: curl:data go:Data', 'thing.returns.err: go:err']);
  });

  test('but not if it is a reference to a member, which is a field with its own name', () => {
    const limits = { ...item('options', undefined, [limit()], 'expanded'), isReference: true };
    expect(fieldsOf({ js: { parameters: [limits] } })).toEqual([
      'thing.parameters.options: js:options',
      'thing.parameters.options.limit: js:limit',
    ]);
  });

  test('but not if it is plumbing and the only item', () => {
    const err = item('err', undefined, [item('Code', 'error.code')], 'expanded');
    const { byItem } = identify({ go: { returns: [err] } });
    expect(byItem.get(err)).toEqual({ anchor: 'thing.returns.err', identity: 'thing.returns.err', isPlumbing: true });
  });

  test('and its description does not make its content plumbing', () => {
    const inside = limit();
    const { byItem } = identify({ js: { parameters: [item('options', 'js.options', [inside], 'expanded')] } });
    expect(byItem.get(inside)).toEqual({ anchor: 'thing.parameters.limit', identity: 'thing.parameters.limit' });
  });

  test('but not if it is folded, has a sibling, belongs to an object, or has no properties', () => {
    const inside = [item('id', 'a.id')];
    expect(fieldsOf({ js: { returns: [item('list', undefined, inside)] } })[0]).toBe('thing.returns.list: js:list');
    expect(fieldsOf({ js: { returns: [item('list', undefined, inside, 'expanded'), item('more')] } })[0]).toBe(
      'thing.returns.list: js:list',
    );
    expect(fieldsOf({ js: { properties: [item('options', undefined, inside, 'expanded')] } })[0]).toBe(
      'thing.options: js:options',
    );
    expect(fieldsOf({ js: { parameters: [item('options')] } })).toEqual(['thing.parameters.options: js:options']);
  });
});

test('each other container is a parent, and its name is in the anchor even if it is unwrapped', () => {
  const forms = {
    curl: { properties: [item('role', 'a.role', [item('slug', 'a.slug')])] },
    js: { properties: [item('role', 'a.role', [item('slug', 'a.slug')], 'unwrap')] },
  };
  const identities = identify(forms);
  expect(describeFields(identities)).toEqual(['thing.role: curl:role js:role', 'thing.role.slug: curl:slug js:slug']);
  expect(identities.byItem.get(forms.js.properties[0]!)).toEqual({ identity: 'thing.role' });
});

describe('a field that a language lacks', () => {
  const email = (key: string): IdentityItem => item(key, 'user.email');

  test('joins the field elsewhere in the list with its path and key, and gets the name of the HTTP language', () => {
    const forms = {
      curl: { parameters: [email('email')] },
      js: { parameters: [item('user', 'a.user', [email('email')])] },
    };
    expect(fieldsOf(forms)).toEqual(['thing.parameters.email: curl:email js:email', 'thing.parameters.user: js:user']);
  });

  test('gets the name that more languages use if no HTTP language has it', () => {
    const forms = {
      js: { parameters: [item('user', 'a.user', [email('email')])] },
      ruby: { parameters: [item('user', 'a.user', [email('email')])] },
      go: { parameters: [email('Email')] },
    };
    expect(fieldsOf(forms)).toContain('thing.parameters.user.email: js:email ruby:email go:Email');
  });

  test('stays separate if two fields match', () => {
    const forms = {
      curl: { parameters: [email('email')] },
      js: { parameters: [item('from', 'a.from', [email('email')]), item('to', 'a.to', [email('email')])] },
    };
    expect(fieldsOf(forms)).toContain('thing.parameters.email: curl:email');
  });

  test('is matched with the other one inside, too', () => {
    const host = (key: string): IdentityItem => item(key, 'h.host');
    const forms = {
      curl: { parameters: [item('address', 'a.address', [host('host')])] },
      js: { parameters: [item('user', 'a.user', [item('address', 'a.address', [host('hostName')])])] },
    };
    expect(fieldsOf(forms)).toContain('thing.parameters.address.host: curl:host js:hostName');
  });
});

describe('the name', () => {
  test.each([
    [{ dotnet: 'ListMetadata', js: 'listMetadata', curl: 'list-metadata' }, 'list-metadata'],
    [{ dotnet: 'ListMetadata', json: 'ListMeta' }, 'ListMeta'],
    [{ dotnet: 'Other', js: 'listMetadata' }, 'list_metadata'],
    [{ rust: 'ListMetadata' }, 'list_metadata'],
    [{ js: 'Task<List<Connection>>' }, 'task_list_connection__'],
    [{ js: 'größe' }, 'gr__e'],
  ])('of %j is %s', (keys, name) => {
    const forms = Object.fromEntries(
      Object.entries(keys).map(([language, key]) => [language, { properties: [item(key, 'same.path')] }]),
    );
    expect(identify(forms).lists[0]!.fields.length).toBe(1);
    expect(fieldsOf(forms)[0]!.split(': ')[0]).toBe(`thing.${name}`);
  });

  test.each([
    ['listMetadata', 'list_metadata'],
    ['ZoneID', 'zone_id'],
    ['IDPToken', 'idp_token'],
    ['TOTPIssuer', 'totp_issuer'],
    ['sha256Hash', 'sha256_hash'],
    ['HTTPServer2Port', 'http_server2_port'],
    ['id', 'id'],
    ['CreatedAt', 'created_at'],
    ['already_snake', 'already_snake'],
  ])('%s in snake case is %s', (key, name) => {
    expect(snakeCase(key)).toBe(name);
  });

  test('of an unnamed value is that of its list, unless the value joins a named field', () => {
    const forms = {
      js: { returns: [item('anonymous', 'a.url')] },
      go: { returns: [item('url', 'a.url'), item('err')] },
    };
    expect(fieldsOf(forms)[0]).toBe('thing.returns.url: js:anonymous go:url');
    expect(fieldsOf({ js: { returns: [item('anonymous')] }, php: { returns: [item('anonymous')] } })).toEqual([
      'thing.returns: js:anonymous php:anonymous',
    ]);
  });

  test('that two fields share gets -2 at the later field, with a finding', () => {
    const forms = {
      curl: { properties: [item('a b', 'x.1'), item('a.b', 'x.2'), item('a_b', 'x.3'), item('a?b', 'x.4')] },
    };
    const { clashes } = identify(forms);
    expect(fieldsOf(forms).map((field) => field.split(':')[0])).toEqual([
      'thing.a_b',
      'thing.a.b',
      'thing.a_b-2',
      'thing.a_b-3',
    ]);
    expect(clashes.map(({ name, given }) => `${name} ${given}`)).toEqual([
      'thing.a_b thing.a_b-2',
      'thing.a_b thing.a_b-3',
    ]);
  });
});

test('plumbing has an identity and is marked as plumbing', () => {
  const forms = {
    go: { parameters: [item('ctx'), item('id')] },
    java: { parameters: [item('key', 'java.key'), item('id')] },
  };
  const { lists } = identify(forms);
  expect(lists[0]!.fields.filter(({ isPlumbing }) => isPlumbing).map(({ nodes }) => nodes[0]!.key)).toEqual([
    'ctx',
    'key',
  ]);
});

test('items inside plumbing are plumbing, at any depth, unless another language has them as values', () => {
  const code = item('Code', 'error.code');
  const inner = item('detail', undefined, [item('reason')]);
  const message = item('Message', 'error.message');
  const forms = {
    curl: { returns: [item('id'), item('message', 'error.message')] },
    go: { returns: [item('ID'), item('err', 'go.err', [code, inner, message])] },
  };
  const { byItem } = identify(forms);
  expect([code, inner, inner.children[0]!].map((row) => byItem.get(row)?.isPlumbing)).toEqual([true, true, true]);
  expect(byItem.get(code)?.anchor).toBe('thing.returns.err.code');
  expect(byItem.get(message)).toEqual({ anchor: 'thing.returns.message', identity: 'thing.returns.message' });
});

test('no field gets the anchor of the entity itself', () => {
  expect(fieldsOf({ js: { properties: [item('anonymous')] } })).toEqual(['thing-2: js:anonymous']);
});

test('reports a clash of containers once, and not again for their content', () => {
  const twice = [item('a', 'p.1', [item('b', 'p.2')]), item('a', 'p.3', [item('b', 'p.4')])];
  const { clashes } = identify({ js: { properties: twice } });
  expect(fieldsOf({ js: { properties: twice } })).toEqual([
    'thing.a: js:a',
    'thing.a.b: js:b',
    'thing.a-2: js:a',
    'thing.a.b-2: js:b',
  ]);
  expect(clashes.map(({ given }) => given)).toEqual(['thing.a-2']);
});

test('thousands of fields are matched within seconds, whatever they have in common', () => {
  const count = 2000;
  const inside = (language: string, child: (i: number) => IdentityItem): readonly IdentityItem[] =>
    Array.from({ length: count }, (_, i) => item(`${language}${i}`, undefined, [child(i)]));
  const lists: readonly ((language: string) => readonly IdentityItem[])[] = [
    (language) => inside(language, (i) => item(`x${i}`, `p.x${i}`)),
    (language) => inside(language, () => item('x', 'p.x')),
    () => Array.from({ length: count }, () => item('x', 'p.x')),
    (language) => Array.from({ length: count }, (_, i) => item(`${language}${i}`, 'p.x')),
  ];
  const ids = ['curl', 'js', 'ruby', 'go', 'php'];
  for (const list of lists) {
    const forms = Object.fromEntries(ids.map((language) => [language, { parameters: list(language) }]));
    expect(cpuTime(() => void identify(forms))).toBeLessThan(3000);
  }
});

describe('properties of the rule', () => {
  const keys = fc.constantFrom(
    'id',
    'ID',
    '_id',
    '@id',
    'userId',
    'user_id',
    '*',
    '**',
    'options',
    'opts',
    'anonymous',
    'ctx',
    'err',
    'name',
    'Name',
  );
  const paths = fc.option(fc.constantFrom('a.id', 'a.name', 'a.user', 'go.ctx', 'a.state.lowercase'), {
    nil: undefined,
  });
  const displays = fc.constantFrom('folded', 'unwrap', 'expanded');
  const { tree: items } = fc.letrec<{ tree: IdentityItem; leaf: IdentityItem }>((tie) => ({
    leaf: fc.tuple(keys, paths).map(([key, path]) => item(key, path)),
    tree: fc.oneof(
      { depthSize: 'small' },
      tie('leaf'),
      fc
        .tuple(keys, paths, fc.array(tie('tree'), { minLength: 1, maxLength: 3 }), displays)
        .map(([key, path, inside, display]) => item(key, path, inside, display)),
      fc.tuple(keys, paths, fc.array(tie('tree'), { maxLength: 2 })).map(([key, path, inside]) => ({
        ...item(key, path, inside),
        isReference: true,
      })),
    ),
  }));
  const list = fc.array(items, { maxLength: 4 });
  const languages = fc.uniqueArray(fc.constantFrom('curl', 'js', 'ruby', 'go', 'dotnet'), {
    minLength: 1,
    maxLength: 4,
  });
  const entities = languages.chain((ids) =>
    fc
      .tuple(...ids.map(() => list))
      .map((lists) => Object.fromEntries(ids.map((id, i) => [id, { parameters: lists[i]! }]))),
  );

  const allItems = (forms: Forms): readonly IdentityItem[] => {
    const below = (inner: readonly IdentityItem[]): readonly IdentityItem[] =>
      inner.flatMap((entry) => [entry, ...below(entry.children)]);
    return Object.values(forms).flatMap(({ parameters }) => below(parameters ?? []));
  };

  test('an item is in at most one field; no field has two items of a language; no fields share an anchor', () => {
    fc.assert(
      fc.property(entities, (forms) => {
        const { byItem, lists } = identify(forms);
        for (const entry of allItems(forms)) expect(byItem.has(entry)).toBe(true);
        const fields = lists.flatMap((found) => found.fields);
        const nodes = fields.flatMap((field) => field.nodes.map((node) => node.item));
        expect(new Set(nodes).size).toBe(nodes.length);
        for (const field of fields)
          expect(new Set(field.nodes.map(({ language }) => language)).size).toBe(field.nodes.length);
        const anchors = fields.map((field) =>
          field.nodes.map((node) => byItem.get(node.item)?.anchor).find((anchor) => anchor !== undefined),
        );
        const given = anchors.filter((anchor) => anchor !== undefined);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  test('a simple implementation of the rule gives the same identities and the same plumbing', () => {
    const rowOf = (entry: IdentityItem, rows: Map<IdentityItem, IdentityRow>): IdentityRow => {
      const items = entry.children.map((child) => rowOf(child, rows));
      const row = {
        display: entry.display,
        items,
        trait: { key: entry.key, path: entry.path, isReference: entry.isReference },
      };
      rows.set(entry, row);
      return row;
    };
    fc.assert(
      fc.property(entities, fc.constantFrom('parameters', 'properties'), (forms, name) => {
        const rows = new Map<IdentityItem, IdentityRow>();
        const lists = Object.entries(forms).map(
          ([language, { parameters }]) => [language, parameters!.map((entry) => rowOf(entry, rows))] as const,
        );
        const own = Object.fromEntries(
          Object.entries(forms).map(([id, { parameters }]) => [id, { [name]: parameters }]),
        );
        const prefix = name === 'properties' ? 'thing' : 'thing.parameters';
        const expected = readIdentities(prefix, new Map(lists), name !== 'properties');
        const { byItem } = identify(own);
        for (const [entry, row] of rows) {
          const { identity, isPlumbing = false } = byItem.get(entry)!;
          expect(identity === undefined ? undefined : { identity, isPlumbing }).toEqual(expected.get(row));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('another order of the languages gives the same anchors', () => {
    fc.assert(
      fc.property(entities, (forms) => {
        const reversed = Object.fromEntries(Object.entries(forms).toReversed());
        const [one, other] = [identify(forms).byItem, identify(reversed).byItem];
        for (const entry of allItems(forms)) expect(other.get(entry)).toEqual(one.get(entry));
      }),
    );
  });

  test('renaming a description path in all languages changes no anchor', () => {
    const rename = (entry: IdentityItem): IdentityItem => ({
      ...entry,
      ...(entry.path === undefined ? {} : { path: entry.path.replace(/^a\./, 'renamed.') }),
      children: entry.children.map(rename),
    });
    fc.assert(
      fc.property(entities, (forms) => {
        const renamed = Object.fromEntries(
          Object.entries(forms).map(([id, { parameters }]) => [id, { parameters: (parameters ?? []).map(rename) }]),
        );
        expect(fieldsOf(renamed)).toEqual(fieldsOf(forms));
      }),
    );
  });
});
