// Misplaced frontmatter is reported once, at its place, with a hint; its keys are still read.

import { expect, test } from 'vitest';
import { navigationShape, pageShape } from '../../src/compiler/format/index.ts';
import { compile, findings } from '../compile.ts';
import { cpuTime } from '../cpu-time.ts';

const keys = `title: Door
descriptions:
  door:
    id: The identifier.
reference:
  curl:
    - key: door
      id: door
      title: door
      properties:
        - key: id
          type: string
          description: (door.id)
`;

const read = (text: string, path = 'door.mdx') => {
  const compilation = compile({ 'site.yaml': 'title: T\nlanguages: [curl]\n', [path]: text });
  const page = compilation.resolved.pages.get('door');
  return { found: findings(compilation), title: page?.title, entities: page?.entities.length, compilation };
};

test.each([...new Set([...Object.keys(pageShape.keys), ...Object.keys(navigationShape.keys)])])(
  'the key %s marks frontmatter, not a rule above a paragraph',
  (key) => {
    expect(read(`\n---\n${key}:\n---\n`).found[0]).toBe('error misplaced-frontmatter door.mdx:2:1');
  },
);

test.each([
  ['a blank line above it', `\n---\n${keys}---\n`, '2:1'],
  ['blank lines with spaces above it', `  \n\t\n---\n${keys}---\n`, '3:1'],
  ['spaces in front of it', ` ---\n${keys}---\n`, '1:2'],
  ['a tab in front of it', `\t---\n${keys}---\n`, '1:2'],
  ['a comment of HTML above it', `<!-- by hand -->\n---\n${keys}---\n`, '2:1'],
  ['a comment of several lines above it', `<!--\nby\n\nhand -->\n\n---\n${keys}---\n`, '6:1'],
  ['a comment of MDX above it', `{/* by hand */}\n\n---\n${keys}---\n`, '3:1'],
  ['four hyphens', `----\n${keys}----\n`, '1:1'],
  ['two hyphens', `--\n${keys}--\n`, '1:1'],
  ['dashes that an editor put in place of hyphens', `—-\n${keys}—-\n`, '1:1'],
  ['the name of a language after its mark', `---yaml\n${keys}---\n`, '1:1'],
  ['a second byte order mark', `\ufeff---\n${keys}---\n`, '1:1'],
  ['a blank line above it, lines ended by CR LF', `\n---\n${keys}---\n`.replaceAll('\n', '\r\n'), '2:1'],
  ['a blank line above it, lines ended by CR', `\n---\n${keys}---\n`.replaceAll('\n', '\r'), '2:1'],
  ['no mark above it', `${keys}---\n`, '1:1'],
  ['a comment of YAML after the mark', `\n---\n# by hand\n\n${keys}---\n`, '2:1'],
])('with %s it gives one error, and its keys are read', (_name, text, place) => {
  for (const body of ['', '\n# Door\n\nText.\n']) {
    const { found, title, entities } = read(text + body);
    expect(found).toEqual([`error misplaced-frontmatter door.mdx:${place}`]);
    expect([title, entities]).toEqual(['Door', 1]);
  }
});

test.each([
  ['a heading above it', `# Door\n\n---\n${keys}---\n`, '3:1'],
  ['a paragraph above it', `Some text.\n\n---\n${keys}---\n\nMore.\n`, '3:1'],
  ['an import above it', `import A from './a.mdx'\n\n---\n${keys}---\n`, '3:1'],
  ['TOML', `+++\ntitle = "Door"\n[reference]\ncurl = []\n+++\n\n# Door\n`, '1:1'],
  ['TOML below a blank line', `\n+++\ntitle = "Door"\n+++\n`, '2:1'],
  ['another one above it', `---\ntitle: Door\n---\n\n---\n${keys}---\n`, '5:1'],
  ['a blank line above it and no end', `\n---\n${keys}\n# Door\n`, '2:1'],
  ['no marks at all', `${keys}\n# Door\n`, '1:1'],
])('with %s it gives one error, and no errors that follow from it', (_name, text, place) => {
  expect(read(text).found).toEqual([`error misplaced-frontmatter door.mdx:${place}`]);
});

test.each([
  ['text with spaces and tabs after its marks', `--- \t\n${keys}---\t \n`],
  ['CR LF', `---\n${keys}---\n\n# Door\n`.replaceAll('\n', '\r\n')],
  ['CR', `---\n${keys}---\n\n# Door\n`.replaceAll('\n', '\r')],
  ['text with nothing after it', `---\n${keys}---`],
])('%s is frontmatter', (_name, text) => {
  expect(read(text)).toMatchObject({ found: [], title: 'Door', entities: 1 });
});

test.each([
  ['rules', '# Door\n\n---\n\ntitle: a word\n\n---\n\nText.\n'],
  ['an underlined heading', '# Door\n\nNote: a word\n---\n'],
  ['an example in a fence', '# Door\n\n```yaml\n---\ntitle: Door\n---\n```\n'],
  ['a key in prose', 'title: a word of this text\n\nMore.\n'],
  ['a rule below frontmatter', '---\ntitle: Door\n---\n\nText.\n\n---\n\ntitle: a word\n\n---\n'],
])('%s in a page is prose', (_name, text) => {
  expect(read(text, 'door.md').found.filter((finding) => finding.includes('frontmatter'))).toEqual([]);
});

test.each([
  ['...', 'Replace `...` in line 15 with `---`.'],
  ['----', 'Replace `----` in line 15 with `---`.'],
  ['  ---', 'Replace `  ---` in line 15 with `---`.'],
])('frontmatter with “%s” as its last line is not closed, and the hint names the line', (end, hint) => {
  const { compilation } = read(`---\n${keys}${end}\n\n# Door\n`);
  expect(findings(compilation)).toEqual(['error unclosed-frontmatter door.mdx:1:1']);
  expect(compilation.diagnostics[0]!.hint).toBe(hint);
});

test('the same rules apply to a navigation file', () => {
  const links = 'title: Guides\nlinks:\n  - title: Door\n    url: /guides/door\n';
  const pages = { 'guides/door.mdx': '# Door\n', 'site.yaml': 'title: T\nsections: [{title: G, path: /guides}]\n' };
  for (const text of [`\n---\n${links}---\n`, `----\n${links}----\n`, links]) {
    const compilation = compile({ ...pages, 'guides/_navigation.mdx': text });
    expect(findings(compilation)).toEqual([
      expect.stringMatching(/^error misplaced-frontmatter guides\/_navigation\.mdx:\d:1$/),
    ]);
    expect(compilation.resolved.sections[0]!.links.map(({ title }) => title)).toEqual(['Door']);
  }
  expect(findings(compile({ ...pages, 'guides/_navigation.mdx': `+++\ntitle = "Guides"\n+++\n` }))).toEqual([
    'error misplaced-frontmatter guides/_navigation.mdx:1:1',
  ]);
});

test('the time for a long page is linear in its length', () => {
  for (const piece of [
    '---\ntitle\n',
    '--- yaml\ntitle: a\n',
    '<!--',
    '---\n#\n',
    '\n',
    'title: a\n',
    '+++\ntitle: a\n',
    '— x\nlinks:\n',
  ]) {
    const text = `${'x\n'.repeat(2)}${piece.repeat(900_000 / piece.length)}\nlinks: a\n`;
    expect(cpuTime(() => compile({ 'a.md': text }))).toBeLessThan(3000);
  }
});
