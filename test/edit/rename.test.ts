// A rename of a description changes only the necessary text, in all notations of YAML.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { renameDescription } from '../../src/authoring/edit/index.ts';
import { pageWith, rename, renameThereAndBack, type Files } from './in-memory.ts';

/** Renames on one page. Returns the page, or the message of the refusal. */
function renamePage(table: string, uses: readonly string[], from: string, to: string): string {
  const renamed = rename({ 'a.mdx': pageWith(table, uses) }, from, to);
  return typeof renamed === 'string' ? renamed : renamed['a.mdx']!;
}

describe('a rename of the last name', () => {
  test.each([
    ['a plain key', '  a:\n    id: Text.\n', '  a:\n    name: Text.\n'],
    ['a single-quoted key', "  a:\n    'id': Text.\n", "  a:\n    'name': Text.\n"],
    ['a double-quoted key', '  a:\n    "id": "Text\\n more"\n', '  a:\n    "name": "Text\\n more"\n'],
    ['spaces before the colon', '  a:\n    id : Text.   # why\n', '  a:\n    name : Text.   # why\n'],
    [
      'comments',
      '  # of a\n  a: # here\n    # of id\n    id: Text. # why\n    # after\n',
      '  # of a\n  a: # here\n    # of id\n    name: Text. # why\n    # after\n',
    ],
    [
      'a literal block',
      '  a:\n    id: |+\n      One\n\n        two\n\n    b: (a.id)\n',
      '  a:\n    name: |+\n      One\n\n        two\n\n    b: (a.name)\n',
    ],
    [
      'a folded block',
      '  a:\n    id: >-\n      One\n      two\n\n      id: three\n',
      '  a:\n    name: >-\n      One\n      two\n\n      id: three\n',
    ],
    ['a plain text over several lines', '  a:\n    id: One\n      two id\n', '  a:\n    name: One\n      two id\n'],
    ['a map in braces', '  a: {id: Text., b: (a.id)}\n', '  a: {name: Text., b: (a.name)}\n'],
    ['JSON', '  "a": {"id":"Text."}\n', '  "a": {"name":"Text."}\n'],
    ['an explicit key', '  a:\n    ? id\n    : Text.\n', '  a:\n    ? name\n    : Text.\n'],
    [
      'a value with a tag and an anchor',
      '  a:\n    id: !!str &x Text.\n    b: *x\n',
      '  a:\n    name: !!str &x Text.\n    b: *x\n',
    ],
    [
      'CRLF',
      '  a:\r\n    # c\r\n    id: |\r\n      One\r\n      two\r\n',
      '  a:\r\n    # c\r\n    name: |\r\n      One\r\n      two\r\n',
    ],
  ])('keeps the notation: %s', (_style, before, after) => {
    expect(renamePage(before, ['(a.id)'], 'a.id', 'a.name')).toBe(pageWith(after, ['(a.name)']));
  });

  test.each([
    ['(a.id)', '(a.name)'],
    ["'(a.id)'", "'(a.name)'"],
    ['"(a.id)" # (a.id)', '"(a.name)" # (a.id)'],
    ['( a.id)', '( a.id)'],
    ['>\n            (a.id)\n', '>\n            (a.name)\n'],
    ['|-\n\n            (a.id)', '|-\n\n            (a.name)'],
    ['!!str (a.id)', '!!str (a.name)'],
    ['See (a.id).', 'See (a.id).'],
    ['(a.idx)', '(a.idx)'],
    ['&x (a.id)', '&x (a.name)'],
  ])('changes a placeholder only if it is the whole value: %j', (before, after) => {
    const table = '  a:\n    id: Text.\n    idx: Other.\n';
    const renamed = renamePage(table, [before, '(a.id)'], 'a.id', 'a.name');
    expect(renamed).toBe(pageWith(table.replace('id:', 'name:'), [after, '(a.name)']));
  });

  test('puts the new key in quotes if it would not be a string without them', () => {
    expect(renamePage('  a:\n    id: Text.\n', ['(a.id)'], 'a.id', 'a.null')).toBe(
      pageWith("  a:\n    'null': Text.\n", ['(a.null)']),
    );
  });

  test('does not change a reference to a member with the same name', () => {
    const page =
      '---\ndescriptions:\n  a:\n    id: Text.\nreference:\n  js:\n    - key: a\n      id: a\n' +
      '      properties:\n        - key: id\n          type: string\n' +
      '          description: (a.id)\n    - key: other\n      id: other\n      properties:\n' +
      '        - (a.id)\n---\n\n# A\n';
    const renamed = rename({ 'a.mdx': page }, 'a.id', 'a.name');
    expect(renamed).toEqual({
      'a.mdx': page.replace('    id: Text', '    name: Text').replace('description: (a.id)', 'description: (a.name)'),
    });
  });
});

describe('a rename of groups and of keys with dots', () => {
  test('changes all placeholders of a group, also those inside its own texts', () => {
    const table = (name: string): string =>
      `  ${name}:\n    self: Self.\n    id: Text.\n    deep:\n      x: (${name}.id)\n`;
    expect(renamePage(table('a'), ['(a)', '(a.id)', '(a.deep.x)', '(a.self)'], 'a', 'b')).toBe(
      pageWith(table('b'), ['(b)', '(b.id)', '(b.deep.x)', '(b.self)']),
    );
  });

  test('changes the placeholder of the group to the new name of its `self`', () => {
    expect(renamePage('  a:\n    self: Self.\n    id: Text.\n', ['(a)', '(a.id)'], 'a.self', 'a.intro')).toBe(
      pageWith('  a:\n    intro: Self.\n    id: Text.\n', ['(a.intro)', '(a.id)']),
    );
  });

  test.each([
    ['  a.b:\n    c: Text.\n', '(a.b.c)', 'a.b', 'a.x', '  a.x:\n    c: Text.\n', '(a.x.c)'],
    ["  a:\n    'b.c': Text.\n", '(a.b.c)', 'a.b.c', 'a.b.d', "  a:\n    'b.d': Text.\n", '(a.b.d)'],
    ['  a:\n    b.c: Text.\n', '(a.b.c)', 'a.b.c', 'a.d', '  a:\n    d: Text.\n', '(a.d)'],
    [
      '  a:\n    b.c: Text.\n    b:\n      d: Other.\n',
      '(a.b.c)',
      'a.b',
      'a.x',
      '  a:\n    b.c: Text.\n    x:\n      d: Other.\n',
      '(a.b.c)',
    ],
  ])('handles keys with dots: %j', (before, use, from, to, after, used) => {
    expect(renamePage(before, [use], from, to)).toBe(pageWith(after, [used]));
  });

  test('changes all pages, also those whose feature flag is off', () => {
    const files: Files = {
      'a.mdx': pageWith('  a:\n    id: Text.\n', ['(a.id)'], 'one'),
      'b.mdx': pageWith('  a:\n    other: Other.\n', ['(a.id)', '(a.other)'], 'two'),
      'c.mdx': pageWith('  a:\n    id: Text.\n', ['(a.id)'], 'three').replace('---\n', '---\nfeatureFlag: soon\n'),
      'd.mdx': '# (a.id)\n',
    };
    const renamed = rename(files, 'a.id', 'a.name');
    expect(renamed).toEqual({
      'a.mdx': pageWith('  a:\n    name: Text.\n', ['(a.name)'], 'one'),
      'b.mdx': pageWith('  a:\n    other: Other.\n', ['(a.name)', '(a.other)'], 'two'),
      'c.mdx': pageWith('  a:\n    name: Text.\n', ['(a.name)'], 'three').replace('---\n', '---\nfeatureFlag: soon\n'),
      'd.mdx': '# (a.id)\n',
    });
  });
});

describe('a move to another group', () => {
  test.each([
    [
      'takes the comments along, and adds the entry at the end of the group',
      '  a:\n    x: X.\n\n    # about id\n    # more\n    id: Text. # why\n    y: Y.\n  b:\n      z: Z.\n  c: C.\n',
      '  a:\n    x: X.\n\n    y: Y.\n  b:\n      z: Z.\n      # about id\n      # more\n' +
        '      name: Text. # why\n  c: C.\n',
    ],
    [
      'keeps a block scalar with its spaces and final line breaks',
      '  a:\n    x: X.\n    id: |+\n      One\n\n        two\n\n  b:\n    c:\n      z: Z.\n    d: D.\n',
      '  a:\n    x: X.\n  b:\n    c:\n      z: Z.\n    d: D.\n    name: |+\n      One\n\n        two\n\n',
    ],
    [
      'removes a group that becomes empty, and keeps its comments',
      '  # of a\n  a: # here\n    id: >-\n      One\n      two\n  b:\n    z: Z.\n',
      '  # of a\n  # here\n  b:\n    z: Z.\n    name: >-\n      One\n      two\n',
    ],
    [
      'keeps CRLF',
      '  a:\r\n    id: |\r\n      One\r\n      two\r\n  b:\r\n    z: Z.\r\n',
      '  b:\r\n    z: Z.\r\n    name: |\r\n      One\r\n      two\r\n',
    ],
    [
      'makes a group that does not exist yet',
      '  a:\n    id: Text.\n    x: X.\n',
      '  a:\n    x: X.\n  b:\n    name: Text.\n',
    ],
    [
      'moves the last entry of the last group',
      '  b:\n    z: Z.\n  a:\n    id: Text.\n',
      '  b:\n    z: Z.\n    name: Text.\n',
    ],
    [
      'leaves lines that look like comments in the entry before',
      '  a:\n    x: |\n      # X\n    id: Text.\n  b:\n    z: Z.\n',
      '  a:\n    x: |\n      # X\n  b:\n    z: Z.\n    name: Text.\n',
    ],
  ])('%s', (_name, before, after) => {
    expect(renamePage(before, ['(a.id)'], 'a.id', 'b.name')).toBe(pageWith(after, ['(b.name)']));
  });

  test.each([
    [
      'to a higher level',
      '  a:\n    b:\n      c: |2\n         One\n        two\n',
      '(a.b.c)',
      'a.b.c',
      'c',
      '  c: |2\n     One\n    two\n',
      '(c)',
    ],
    [
      'into a sibling group',
      '  a:\n    x: X.\n    y:\n      z: Z.\n',
      '(a.x)',
      'a.x',
      'a.y.w',
      '  a:\n    y:\n      z: Z.\n      w: X.\n',
      '(a.y.w)',
    ],
    [
      'into a new sibling group',
      '  a:\n    x: X.\n',
      '(a.x)',
      'a.x',
      'a.y.z',
      '  a:\n    y:\n      z: X.\n',
      '(a.y.z)',
    ],
    [
      'of an only child to a higher level',
      '  a:\n    b:\n      x: X.\n',
      '(a.b.x)',
      'a.b.x',
      'a.x',
      '  a:\n    x: X.\n',
      '(a.x)',
    ],
    [
      'of a whole group',
      '  a:\n    g:\n      self: S.\n      x: (a.g)\n  b: B.\n',
      '(a.g)',
      'a.g',
      'h',
      '  b: B.\n  h:\n    self: S.\n    x: (h)\n',
      '(h)',
    ],
  ])('moves the text %s', (_name, before, use, from, to, after, used) => {
    expect(renamePage(before, [use], from, to)).toBe(pageWith(after, [used]));
  });
});

describe('a description that an entity inherits by its id', () => {
  const inherited = (entity: string): Files => ({
    'a.mdx':
      '---\ndescriptions:\n  user_thing:\n    self: The user.\n    name: Name.\n  b:\n    z: Z.\n' +
      `reference:\n  js:\n${entity}    - key: other\n      id: other\n      properties:\n` +
      '        - (User)\n        - key: name\n          type: t\n' +
      '          description: (user_thing.name)\n        - key: z\n          type: t\n' +
      '          description: (b.z)\n---\n\n# A\n',
  });
  const textOf = (files: Files): readonly (string | undefined)[] => {
    const { entities } = compile(files).resolved.pages.get('a')!;
    return [
      entities[0]!.forms.get('js')!.description?.value,
      entities[1]!.forms.get('js')!.lists[0]!.items[0]!.description?.value,
    ];
  };

  test.each([
    ['in lines', '    - key: User\n      id: user-thing # the id\n      type: t\n', '      description: (X)\n'],
    ['with the id first', '    - id: user-thing\n      key: User\n', '      description: (X)\n'],
    ['in braces', '    - { key: User, id: user-thing }\n', ', description: (X)'],
    ['with CRLF', '    - key: User\r\n      id: user-thing\r\n', '      description: (X)\r\n'],
  ])('becomes an explicit description of the entity: %s', (_name, entity, added) => {
    const before = { 'a.mdx': inherited(entity)['a.mdx']!.replace(/\r?\n/g, entity.includes('\r') ? '\r\n' : '\n') };
    for (const [from, to, path] of [
      ['user_thing.self', 'user_thing.text', 'user_thing.text'],
      ['user_thing.self', 'b.text', 'b.text'],
      ['user_thing', 'person', 'person.self'],
      ['user_thing', 'b.person', 'b.person.self'],
    ] as const) {
      const both = renameThereAndBack(before, from, to);
      if (typeof both === 'string') expect.fail(both);
      expect(both.there['a.mdx']).toContain(added.replace('X', path));
      expect(textOf(both.there)).toEqual(['The user.', 'The user.']);
      expect(both.back).toEqual(before);
    }
  });

  test('cannot begin to apply to an entity by a rename', () => {
    const files = {
      'a.mdx':
        '---\ndescriptions:\n  x:\n    y: Y.\nreference:\n  js:\n    - key: User\n      id: user\n' +
        '      properties:\n        - key: a\n          type: t\n          description: (x.y)\n' +
        '---\n\n# A\n',
    };
    expect(rename(files, 'x.y', 'user.self')).toBe('The rename would change the text or the anchor of `user`.');
  });
});

describe('a reversed rename', () => {
  test('restores every byte, wherever the entry was', () => {
    const table =
      '  a:\n    # of id\n    id: Id. # why\n    x: X.\n  only: # a group of one\n    one: One.\n  b:\n    z: Z.\n';
    const before = { 'a.mdx': pageWith(table, ['(a.id)', '(a.x)', '(b.z)', '(only.one)']) };
    for (const [from, to] of [
      ['a.id', 'b.id'],
      ['only.one', 'b.one'],
      ['a.id', 'new.deep.id'],
      ['a', 'b.a'],
      ['only', 'x'],
    ] as const) {
      const both = renameThereAndBack(before, from, to);
      expect(typeof both === 'string' ? both : both.back).toEqual(before);
    }
  });

  test('does not undo a later change of the file', () => {
    const before = {
      'a.mdx': pageWith('  a:\n    id: Id.\n    x: X.\n  b:\n    z: Z.\n', ['(a.id)', '(a.x)', '(b.z)']),
    };
    const compileAgain = (files: Files) => (texts: ReadonlyMap<string, string>) =>
      compile({ ...files, ...Object.fromEntries(texts) });
    const first = renameDescription(compile(before), compileAgain(before), 'a.id', 'b.id');
    if ('refusal' in first) expect.fail(first.refusal);
    const changed = { 'a.mdx': first.texts.get('a.mdx')!.replace('X.', 'New.') };
    const second = renameDescription(compile(changed), compileAgain(changed), 'b.id', 'a.id', first.history);
    if ('refusal' in second) expect.fail(second.refusal);
    expect(second.texts.get('a.mdx')).toContain('New.');
  });
});

describe('a refused rename', () => {
  const table = '  a:\n    id: Text.\n    other: Other.\n';
  test.each([
    ['a.idd', 'a.x', 'There is no description `a.idd`. Did you mean `a.id`?'],
    ['a.id', 'a.other', '`a.other` exists already.'],
    ['a.id', 'a', '`a` exists already.'],
    ['a.id', 'a.id', '`a.id` has this name already.'],
    ['a.id', 'a.other.x', '`a.other.x` would be inside `a.other`, which is a text.'],
    ['a', 'a.b', '`a.b` would be inside `a` itself.'],
    ['a.id', 'a.1', /^`a\.1` cannot be written as a placeholder/],
    ['a.id', 'a..b', /cannot be written as a placeholder/],
    ['a.id', 'a.b-c', /cannot be written as a placeholder/],
    ['a.id', '__proto__.x', '`__proto__` cannot be a name.'],
    ['', 'x', 'There is no description ``.'],
  ])('of %j to %j', (from, to, message) => {
    const refusal = renamePage(table, ['(a.id)', '(a.other)'], from, to);
    if (typeof message === 'string') expect(refusal).toBe(message);
    else expect(refusal).toMatch(message);
  });

  test.each([
    [
      'on a page with mistakes in its YAML',
      '  a:\n    id: Text.\n    b: "open\n',
      'a.id',
      'a.x',
      /a\.mdx has mistakes that hide a part of it/,
    ],
    [
      'of a key that is there twice',
      '  a:\n    id: Text.\n    id: More.\n',
      'a.id',
      'a.x',
      /cannot be read as a whole/,
    ],
    ['out of a map in braces', '  a: {id: Text., x: X.}\n', 'a.id', 'b.id', /is not on lines of its own/],
    [
      'into a map in braces',
      '  a:\n    id: Text.\n  b: {x: X.}\n',
      'a.id',
      'b.id',
      /not written with one key per line/,
    ],
    [
      'of an entry with an anchor to another group',
      '  a:\n    id: &x Text.\n  b:\n    z: *x\n',
      'a.id',
      'b.id',
      /has an anchor or an alias/,
    ],
    [
      'of keys in a map with an anchor',
      '  a: &x\n    id: Text.\n  b: *x\n',
      'a.id',
      'a.x',
      /have an anchor or are an alias/,
    ],
    [
      'with a placeholder that has escapes',
      '  a:\n    id: Text.\n    b: "(\\x61.id)"\n',
      'a.id',
      'a.x',
      /written with escapes/,
    ],
    [
      'to a name that a placeholder uses already',
      '  a:\n    id: Text.\n    b: (a.x)\n',
      'a.id',
      'a.x',
      /`\(a\.x\)` is already written in a\.mdx:5/,
    ],
  ])('%s', (_name, before, from, to, message) => {
    expect(renamePage(before, ['(a.id)'], from, to)).toMatch(message);
  });

  test('of a `self` that one page has as a text and another as a group', () => {
    const files = {
      'a.mdx': pageWith('  a: Self.\n', ['(a)'], 'one'),
      'b.mdx': pageWith('  a:\n    id: Text.\n', ['(a.id)'], 'two'),
    };
    expect(rename(files, 'a.self', 'a.x')).toMatch(/`a` is a text in a\.mdx and a group elsewhere/);
    expect(rename(files, 'a', 'b')).toEqual({
      'a.mdx': pageWith('  b: Self.\n', ['(b)'], 'one'),
      'b.mdx': pageWith('  b:\n    id: Text.\n', ['(b.id)'], 'two'),
    });
  });

  test('that would change an anchor', () => {
    const page =
      '---\ndescriptions:\n  a:\n    session: Session.\n    limit: Limit.\nreference:\n  go:\n' +
      '    - key: List\n      id: list\n      parameters:\n        - key: Session\n' +
      '          type: Session\n          description: (a.session)\n        - key: Params\n' +
      '          type: Params\n          expanded: true\n          properties:\n' +
      '            - key: Limit\n              type: int\n              description: (a.limit)\n' +
      '---\n\n# T\n';
    expect(rename({ 'a.mdx': page }, 'a.session', 'go.session')).toMatch(
      /^The rename would change the text or the anchor of `list\.Session`\.$/,
    );
  });

  test('that would hide another description', () => {
    const files = {
      'a.mdx': pageWith('  a:\n    b:\n      x: X.\n  c:\n    y: Y.\n', ['(a.b.x)', '(c.y)'], 'one'),
    };
    expect(typeof rename(files, 'c.y', 'a.b.y')).toBe('object');
    expect(rename(files, 'c', 'a.b')).toBe('`a.b` exists already.');
  });
});

describe('a rename with random names', () => {
  const name = fc
    .stringMatching(/^[a-z_][a-zA-Z0-9_]{0,5}$/)
    .filter((word) => !/^(?:null|true|false|self|__proto__)$/i.test(word));
  const text = fc.stringMatching(/^[A-Z][a-z ]{0,10}[a-z]$/);
  const styles = [
    (value: string): string => value,
    (value: string): string => `'${value}' # c`,
    (value: string): string => `>-\n        ${value}\n        more`,
    (value: string): string => `|\n        ${value}\n\n        (a.id)`,
  ];

  test('changes only names, and its reversal restores every byte', () => {
    const leaves = fc.uniqueArray(
      fc.record({ key: name, text, style: fc.nat(3), quote: fc.constantFrom('', "'", '"') }),
      {
        minLength: 2,
        maxLength: 5,
        selector: ({ key }) => key,
      },
    );
    fc.assert(
      fc.property(leaves, name, name, (all, group, renamed) => {
        fc.pre(all.every(({ key }) => key !== renamed));
        const entries = all.map(
          ({ key, quote, text: value, style }) => `    ${quote}${key}${quote}: ${styles[style]!(value)}\n`,
        );
        const table = `  ${group}:\n${entries.join('')}`;
        const [first] = all;
        const before = {
          'a.mdx': pageWith(
            table,
            all.map(({ key }) => `(${group}.${key})`),
          ),
        };
        const after = rename(before, `${group}.${first!.key}`, `${group}.${renamed}`) as Files;
        expect(typeof after).toBe('object');
        const back = (page: string): string =>
          page
            .replaceAll(`(${group}.${renamed})`, `(${group}.${first!.key})`)
            .replace(`${first!.quote}${renamed}${first!.quote}: `, `${first!.quote}${first!.key}${first!.quote}: `);
        expect(back(after['a.mdx']!)).toBe(before['a.mdx']);
        expect(rename(after, `${group}.${renamed}`, `${group}.${first!.key}`)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the text of every field, wherever the description moves', () => {
    const table =
      '  a:\n    x: |+\n      X\n\n    # y\n    y: "Y"\n    g:\n      self: S.\n      z: >\n' +
      '        Z\n\n        z\n  b:\n    w: W.\n';
    const before = { 'a.mdx': pageWith(table, ['(a.x)', '(a.y)', '(a.g)', '(a.g.z)', '(b.w)']) };
    const textsOf = (files: Files): readonly (string | undefined)[] =>
      compile(files)
        .resolved.pages.get('a')!
        .entities[0]!.forms.get('curl')!
        .lists[0]!.items.map(({ description }) => description?.value);
    const target = fc
      .array(fc.constantFrom('a', 'b', 'g', 'n', 'm'), { minLength: 1, maxLength: 4 })
      .map((path) => path.join('.'));
    fc.assert(
      fc.property(fc.constantFrom('a.x', 'a.y', 'a.g', 'a.g.z', 'a.g.self', 'b.w', 'b'), target, (from, to) => {
        const after = rename(before, from, to);
        if (typeof after === 'string') {
          expect(after).toMatch(/exists already|be inside|has this name/);
          return;
        }
        expect(compile(after).diagnostics).toEqual([]);
        expect(textsOf(after)).toEqual(textsOf(before));
        const lines = (page: string): readonly string[] =>
          page
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => /^# y|^X$|^z$|^"Y"/.test(line))
            .sort();
        expect(lines(after['a.mdx']!)).toEqual(lines(before['a.mdx']));
      }),
      { numRuns: 60 },
    );
  });
});
