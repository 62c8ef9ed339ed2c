// Identity across languages, sentence by sentence (format.md 4). Anchors are permanent: a change here breaks links.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/model/index.ts';
import { snakeCase } from '../../../src/resolve/identity/name-fields.ts';
import { describeFields, identify, item, reference, type Forms } from './items.ts';

const fieldsOf = (forms: Forms, paths?: Readonly<Record<string, string>>): readonly string[] =>
  describeFields(identify(forms, paths));

describe('items of one parent are one field', () => {
  test('by equal path and folded key before equal path alone', () => {
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

  test('with a variant at the end of the path dropped', () => {
    const forms = {
      curl: { properties: [item('state', 'a.state.lowercase')] },
      java: { properties: [item('status', 'a.state.titlecase')] },
    };
    expect(fieldsOf(forms)).toEqual(['thing.state: curl:state java:status']);
  });

  test('unless two of one language would come together', () => {
    const forms = {
      curl: { properties: [item('from', 'a.time'), item('to', 'a.time')] },
      go: { properties: [item('From', 'a.time'), item('To', 'a.time')] },
    };
    expect(fieldsOf(forms)).toEqual(['thing.from: curl:from go:From', 'thing.to: curl:to go:To']);
  });

  test('and the order of languages in the file means nothing', () => {
    const curl = { properties: [item('a', 'p.x'), item('b', 'p.y')] };
    const ruby = { properties: [item('b', 'p.x'), item('a', 'p.y')] };
    expect(fieldsOf({ ruby, curl })).toEqual(fieldsOf({ curl, ruby }));
  });
});

describe('a wrapper is looked through', () => {
  const limit = (key = 'limit'): Item => item(key, 'page.limit');

  test('options and opts, and its place is the list', () => {
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

  test('the outermost shown one is called by its list, one that unwraps and one inside another have no anchor', () => {
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

  test('the only item of its list, plumbing aside, that unwraps or is expanded', () => {
    const forms = {
      curl: { returns: [item('anonymous', undefined, [item('data', 'a.data')], 'unwrap')] },
      go: { returns: [item('list', undefined, [item('Data', 'a.data')], 'expanded'), reference('err')] },
    };
    expect(fieldsOf(forms)).toEqual(['thing.returns.data: curl:data go:Data', 'thing.returns.err: go:err']);
  });

  test('but not one that is folded, one with a sibling, one of an object, or one without properties', () => {
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

test('every other container is a parent: its name stays in the chain, also where it unwraps', () => {
  const forms = {
    curl: { properties: [item('role', 'a.role', [item('slug', 'a.slug')])] },
    js: { properties: [item('role', 'a.role', [item('slug', 'a.slug')], 'unwrap')] },
  };
  const identities = identify(forms);
  expect(describeFields(identities)).toEqual(['thing.role: curl:role js:role', 'thing.role.slug: curl:slug js:slug']);
  expect(identities.byItem.get(forms.js.properties[0]!)).toEqual({ identity: 'thing.role' });
});

describe('a field that a language lacks', () => {
  const email = (key: string): Item => item(key, 'user.email');

  test('joins the one elsewhere in the list with its path and key, and takes the wire name', () => {
    const forms = {
      curl: { parameters: [email('email')] },
      js: { parameters: [item('user', 'a.user', [email('email')])] },
    };
    expect(fieldsOf(forms)).toEqual(['thing.parameters.email: curl:email js:email', 'thing.parameters.user: js:user']);
  });

  test('takes the name of the larger side where none is on the wire', () => {
    const forms = {
      js: { parameters: [item('user', 'a.user', [email('email')])] },
      ruby: { parameters: [item('user', 'a.user', [email('email')])] },
      go: { parameters: [email('Email')] },
    };
    expect(fieldsOf(forms)).toContain('thing.parameters.user.email: js:email ruby:email go:Email');
  });

  test('stays where two fields could be meant', () => {
    const forms = {
      curl: { parameters: [email('email')] },
      js: { parameters: [item('from', 'a.from', [email('email')]), item('to', 'a.to', [email('email')])] },
    };
    expect(fieldsOf(forms)).toContain('thing.parameters.email: curl:email');
  });

  test('and what is inside both is matched again', () => {
    const host = (key: string): Item => item(key, 'h.host');
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

  test('of an unnamed value is its list’s; one that joins a named field takes that name', () => {
    const forms = {
      js: { returns: [item('anonymous', 'a.url')] },
      go: { returns: [item('url', 'a.url'), reference('err')] },
    };
    expect(fieldsOf(forms)[0]).toBe('thing.returns.url: js:anonymous go:url');
    expect(fieldsOf({ js: { returns: [item('anonymous')] }, php: { returns: [item('anonymous')] } })).toEqual([
      'thing.returns: js:anonymous php:anonymous',
    ]);
  });

  test('that two fields have gets -2 at the later one, and is told', () => {
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

test('a reference is matched by what it stands for', () => {
  const forms = {
    curl: { returns: [reference('user')] },
    dotnet: { returns: [item('Task<User>', 'user.self')] },
    js: { returns: [reference('User')] },
  };
  expect(fieldsOf(forms, { user: 'user.self', User: 'user.self' })).toEqual([
    'thing.returns.user: curl:user js:User dotnet:Task<User>',
  ]);
});

test('plumbing has an identity and is known as such', () => {
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

describe('properties of the rule', () => {
  const keys = fc.constantFrom('id', 'ID', 'userId', 'user_id', 'options', 'anonymous', 'ctx', 'name', 'Name');
  const paths = fc.option(fc.constantFrom('a.id', 'a.name', 'a.user', 'go.ctx', 'a.state.lowercase'), {
    nil: undefined,
  });
  const displays = fc.constantFrom('folded', 'unwrap', 'expanded');
  const { tree: items } = fc.letrec<{ tree: Item; leaf: Item }>((tie) => ({
    leaf: fc.tuple(keys, paths).map(([key, path]) => item(key, path)),
    tree: fc.oneof(
      { depthSize: 'small' },
      tie('leaf'),
      fc
        .tuple(keys, paths, fc.array(tie('tree'), { minLength: 1, maxLength: 3 }), displays)
        .map(([key, path, inside, display]) => item(key, path, inside, display)),
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

  const allItems = (forms: Forms): readonly Item[] => {
    const below = (inner: readonly Item[]): readonly Item[] =>
      inner.flatMap((entry) => [entry, ...(entry.kind === 'field' ? below(entry.properties) : [])]);
    return Object.values(forms).flatMap(({ parameters }) => below(parameters ?? []));
  };

  test('every item is known, in at most one field; no field has two items of a language; no two fields share an anchor', () => {
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

  test('languages written in another order give the same anchors', () => {
    fc.assert(
      fc.property(entities, (forms) => {
        const reversed = Object.fromEntries(Object.entries(forms).toReversed());
        const [one, other] = [identify(forms).byItem, identify(reversed).byItem];
        for (const entry of allItems(forms)) expect(other.get(entry)).toEqual(one.get(entry));
      }),
    );
  });

  test('a description path renamed in all languages changes no anchor', () => {
    const rename = (entry: Item): Item =>
      entry.kind === 'reference'
        ? entry
        : {
            ...entry,
            ...(entry.description?.kind === 'placeholder'
              ? { description: { ...entry.description, path: entry.description.path.replace(/^a\./, 'renamed.') } }
              : {}),
            properties: entry.properties.map(rename),
          };
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
