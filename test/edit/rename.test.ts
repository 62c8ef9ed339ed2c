// Renaming a description changes only the necessary text, in all notations of YAML.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { renameDescription } from '../../src/authoring/edit/index.ts';
import { pageWith, rename, renameThereAndBack, type Files } from './in-memory.ts';

/** Renames on one page and gives its frontmatter from `descriptions` on. */
function renamePage(table: string, uses: readonly string[], from: string, to: string): string {
  const renamed = rename({ 'a.mdx': pageWith(table, uses) }, from, to);
  return typeof renamed === 'string' ? renamed : renamed['a.mdx']!;
}

describe('the last name alone', () => {
  test.each([
    ['plain', '  a:\n    id: Text.\n', '  a:\n    name: Text.\n'],
    ['single-quoted key', "  a:\n    'id': Text.\n", "  a:\n    'name': Text.\n"],
    ['double-quoted key', '  a:\n    "id": "Text\\n more"\n', '  a:\n    "name": "Text\\n more"\n'],
    ['blanks before the colon', '  a:\n    id : Text.   # why\n', '  a:\n    name : Text.   # why\n'],
    [
      'comments',
      '  # of a\n  a: # here\n    # of id\n    id: Text. # why\n    # after\n',
      '  # of a\n  a: # here\n    # of id\n    name: Text. # why\n    # after\n',
    ],
    [
      'literal',
      '  a:\n    id: |+\n      One\n\n        two\n\n    b: (a.id)\n',
      '  a:\n    name: |+\n      One\n\n        two\n\n    b: (a.name)\n',
    ],
    [
      'folded',
      '  a:\n    id: >-\n      One\n      two\n\n      id: three\n',
      '  a:\n    name: >-\n      One\n      two\n\n      id: three\n',
    ],
    ['several lines plain', '  a:\n    id: One\n      two id\n', '  a:\n    name: One\n      two id\n'],
    ['braces', '  a: {id: Text., b: (a.id)}\n', '  a: {name: Text., b: (a.name)}\n'],
    ['JSON', '  "a": {"id":"Text."}\n', '  "a": {"name":"Text."}\n'],
    ['explicit key', '  a:\n    ? id\n    : Text.\n', '  a:\n    ? name\n    : Text.\n'],
    [
      'tag and anchor of its own',
      '  a:\n    id: !!str &x Text.\n    b: *x\n',
      '  a:\n    name: !!str &x Text.\n    b: *x\n',
    ],
    [
      'CRLF',
      '  a:\r\n    # c\r\n    id: |\r\n      One\r\n      two\r\n',
      '  a:\r\n    # c\r\n    name: |\r\n      One\r\n      two\r\n',
    ],
  ])('%s', (_style, before, after) => {
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
  ])('a placeholder written as %j', (before, after) => {
    const table = '  a:\n    id: Text.\n    idx: Other.\n';
    const renamed = renamePage(table, [before, '(a.id)'], 'a.id', 'a.name');
    expect(renamed).toBe(pageWith(table.replace('id:', 'name:'), [after, '(a.name)']));
  });

  test('a key that would be no text without quotes gets some', () => {
    expect(renamePage('  a:\n    id: Text.\n', ['(a.id)'], 'a.id', 'a.null')).toBe(
      pageWith("  a:\n    'null': Text.\n", ['(a.null)']),
    );
  });

  test('a member of the same name is another thing', () => {
    const page =
      '---\ndescriptions:\n  a:\n    id: Text.\nreference:\n  js:\n    - key: a\n      id: a\n      properties:\n        - key: id\n          type: string\n          description: (a.id)\n    - key: other\n      id: other\n      properties:\n        - (a.id)\n---\n\n# A\n';
    const renamed = rename({ 'a.mdx': page }, 'a.id', 'a.name');
    expect(renamed).toEqual({
      'a.mdx': page.replace('    id: Text', '    name: Text').replace('description: (a.id)', 'description: (a.name)'),
    });
  });
});

describe('groups, and keys with dots', () => {
  test('a group takes its placeholders along, those of its own text too', () => {
    const table = (name: string): string =>
      `  ${name}:\n    self: Self.\n    id: Text.\n    deep:\n      x: (${name}.id)\n`;
    expect(renamePage(table('a'), ['(a)', '(a.id)', '(a.deep.x)', '(a.self)'], 'a', 'b')).toBe(
      pageWith(table('b'), ['(b)', '(b.id)', '(b.deep.x)', '(b.self)']),
    );
  });

  test('a placeholder of the group means its self', () => {
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
  ])('%j', (before, use, from, to, after, used) => {
    expect(renamePage(before, [use], from, to)).toBe(pageWith(after, [used]));
  });

  test('many pages, some behind a flag that is off', () => {
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

describe('another group', () => {
  test.each([
    [
      'with its comments, to the end of the group',
      '  a:\n    x: X.\n\n    # about id\n    # more\n    id: Text. # why\n    y: Y.\n  b:\n      z: Z.\n  c: C.\n',
      '  a:\n    x: X.\n\n    y: Y.\n  b:\n      z: Z.\n      # about id\n      # more\n      name: Text. # why\n  c: C.\n',
    ],
    [
      'block scalars with blanks and kept breaks',
      '  a:\n    x: X.\n    id: |+\n      One\n\n        two\n\n  b:\n    c:\n      z: Z.\n    d: D.\n',
      '  a:\n    x: X.\n  b:\n    c:\n      z: Z.\n    d: D.\n    name: |+\n      One\n\n        two\n\n',
    ],
    [
      'a group that becomes empty goes, its comments stay',
      '  # of a\n  a: # here\n    id: >-\n      One\n      two\n  b:\n    z: Z.\n',
      '  # of a\n  # here\n  b:\n    z: Z.\n    name: >-\n      One\n      two\n',
    ],
    [
      'CRLF',
      '  a:\r\n    id: |\r\n      One\r\n      two\r\n  b:\r\n    z: Z.\r\n',
      '  b:\r\n    z: Z.\r\n    name: |\r\n      One\r\n      two\r\n',
    ],
    ['to a group that does not exist', '  a:\n    id: Text.\n    x: X.\n', '  a:\n    x: X.\n  b:\n    name: Text.\n'],
    ['the last of the last group', '  b:\n    z: Z.\n  a:\n    id: Text.\n', '  b:\n    z: Z.\n    name: Text.\n'],
    [
      'comments of an earlier entry stay with it',
      '  a:\n    x: |\n      # X\n    id: Text.\n  b:\n    z: Z.\n',
      '  a:\n    x: |\n      # X\n  b:\n    z: Z.\n    name: Text.\n',
    ],
  ])('%s', (_name, before, after) => {
    expect(renamePage(before, ['(a.id)'], 'a.id', 'b.name')).toBe(pageWith(after, ['(b.name)']));
  });

  test.each([
    [
      'up',
      '  a:\n    b:\n      c: |2\n         One\n        two\n',
      '(a.b.c)',
      'a.b.c',
      'c',
      '  c: |2\n     One\n    two\n',
      '(c)',
    ],
    [
      'into a sibling',
      '  a:\n    x: X.\n    y:\n      z: Z.\n',
      '(a.x)',
      'a.x',
      'a.y.w',
      '  a:\n    y:\n      z: Z.\n      w: X.\n',
      '(a.y.w)',
    ],
    ['deeper beside itself', '  a:\n    x: X.\n', '(a.x)', 'a.x', 'a.y.z', '  a:\n    y:\n      z: X.\n', '(a.y.z)'],
    ['the only child up', '  a:\n    b:\n      x: X.\n', '(a.b.x)', 'a.b.x', 'a.x', '  a:\n    x: X.\n', '(a.x)'],
    [
      'a whole group',
      '  a:\n    g:\n      self: S.\n      x: (a.g)\n  b: B.\n',
      '(a.g)',
      'a.g',
      'h',
      '  b: B.\n  h:\n    self: S.\n    x: (h)\n',
      '(h)',
    ],
  ])('%s', (_name, before, use, from, to, after, used) => {
    expect(renamePage(before, [use], from, to)).toBe(pageWith(after, [used]));
  });
});

describe('a text that entities have by their id', () => {
  const inherited = (entity: string): Files => ({
    'a.mdx': `---\ndescriptions:\n  user_thing:\n    self: The user.\n    name: Name.\n  b:\n    z: Z.\nreference:\n  js:\n${entity}    - key: other\n      id: other\n      properties:\n        - (User)\n        - key: name\n          type: t\n          description: (user_thing.name)\n        - key: z\n          type: t\n          description: (b.z)\n---\n\n# A\n`,
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
  ])('stays theirs, as a description: %s', (_name, entity, added) => {
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

  test('does not come to one that had none', () => {
    const files = {
      'a.mdx':
        '---\ndescriptions:\n  x:\n    y: Y.\nreference:\n  js:\n    - key: User\n      id: user\n      properties:\n        - key: a\n          type: t\n          description: (x.y)\n---\n\n# A\n',
    };
    expect(rename(files, 'x.y', 'user.self')).toBe('The rename would change the text or the anchor of `user`.');
  });
});

describe('back again', () => {
  test('every byte is as before, wherever the entry stood, until the files change', () => {
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

  test('a file that changed since is not set back', () => {
    const before = {
      'a.mdx': pageWith('  a:\n    id: Id.\n    x: X.\n  b:\n    z: Z.\n', ['(a.id)', '(a.x)', '(b.z)']),
    };
    const again = (files: Files) => (texts: ReadonlyMap<string, string>) =>
      compile({ ...files, ...Object.fromEntries(texts) });
    const first = renameDescription(compile(before), again(before), 'a.id', 'b.id');
    if ('refusal' in first) expect.fail(first.refusal);
    const changed = { 'a.mdx': first.texts.get('a.mdx')!.replace('X.', 'New.') };
    const second = renameDescription(compile(changed), again(changed), 'b.id', 'a.id', first.history);
    if ('refusal' in second) expect.fail(second.refusal);
    expect(second.texts.get('a.mdx')).toContain('New.');
  });
});

describe('refused', () => {
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
  ])('%s → %s', (from, to, sentence) => {
    const refusal = renamePage(table, ['(a.id)', '(a.other)'], from, to);
    if (typeof sentence === 'string') expect(refusal).toBe(sentence);
    else expect(refusal).toMatch(sentence);
  });

  test.each([
    [
      'a page with mistakes in its YAML',
      '  a:\n    id: Text.\n    b: "open\n',
      'a.id',
      'a.x',
      /a\.mdx has mistakes that hide a part of it/,
    ],
    ['a key twice', '  a:\n    id: Text.\n    id: More.\n', 'a.id', 'a.x', /cannot be read as a whole/],
    ['a map in braces that would move', '  a: {id: Text., x: X.}\n', 'a.id', 'b.id', /is not on lines of its own/],
    ['braces to move into', '  a:\n    id: Text.\n  b: {x: X.}\n', 'a.id', 'b.id', /not written with one key per line/],
    [
      'an anchor that would move',
      '  a:\n    id: &x Text.\n  b:\n    z: *x\n',
      'a.id',
      'b.id',
      /has an anchor or an alias/,
    ],
    ['keys behind an anchor', '  a: &x\n    id: Text.\n  b: *x\n', 'a.id', 'a.x', /have an anchor or are an alias/],
    ['a placeholder with escapes', '  a:\n    id: Text.\n    b: "(\\x61.id)"\n', 'a.id', 'a.x', /written with escapes/],
    [
      'a new name that is used already',
      '  a:\n    id: Text.\n    b: (a.x)\n',
      'a.id',
      'a.x',
      /`\(a\.x\)` is already written in a\.mdx:5/,
    ],
  ])('%s', (_name, before, from, to, sentence) => {
    expect(renamePage(before, ['(a.id)'], from, to)).toMatch(sentence);
  });

  test('a self that is written as the text of the group', () => {
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

  test('a rename that would change an anchor', () => {
    const page =
      '---\ndescriptions:\n  a:\n    session: Session.\n    limit: Limit.\nreference:\n  go:\n    - key: List\n      id: list\n      parameters:\n        - key: Session\n          type: Session\n          description: (a.session)\n        - key: Params\n          type: Params\n          expanded: true\n          properties:\n            - key: Limit\n              type: int\n              description: (a.limit)\n---\n\n# T\n';
    expect(rename({ 'a.mdx': page }, 'a.session', 'go.session')).toMatch(
      /^The rename would change the text or the anchor of `list\.Session`\.$/,
    );
  });

  test('a rename that hides another description', () => {
    const files = {
      'a.mdx': pageWith('  a:\n    b:\n      x: X.\n  c:\n    y: Y.\n', ['(a.b.x)', '(c.y)'], 'one'),
    };
    expect(typeof rename(files, 'c.y', 'a.b.y')).toBe('object');
    expect(rename(files, 'c', 'a.b')).toBe('`a.b` exists already.');
  });
});

describe('any names', () => {
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

  test('there and back gives the same bytes, and only names change', () => {
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
        const table = `  ${group}:\n${all.map(({ key, quote, text: value, style }) => `    ${quote}${key}${quote}: ${styles[style]!(value)}\n`).join('')}`;
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

  test('moved to any other place, every field says what it said', () => {
    const table =
      '  a:\n    x: |+\n      X\n\n    # y\n    y: "Y"\n    g:\n      self: S.\n      z: >\n        Z\n\n        z\n  b:\n    w: W.\n';
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
