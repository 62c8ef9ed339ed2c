// A name that is unknown only because of an invisible character: one finding, at that character.

import { expect, test } from 'vitest';
import { compile, findings } from '../compile.ts';

const z = '\u200b';

test.each([
  ['a key', `---\ntit${z}le: A\n---\n`, '2:4'],
  ['a language', `---\nreference:\n  j${z}s: []\n---\n`, '3:4'],
  ['a component', `# A\n\n<Call${z}out>x</Call${z}out>\n`, '3:6'],
  ['an attribute', `# A\n\n<Callout ty${z}pe="info">x</Callout>\n`, '3:12'],
  ['the beginning of a tag', `# A\n\n<${z}b>x</b>\n`, '3:2'],
  ['an expression', `# A\n\n{1${z}}\n`, '3:3'],
  ['a link of a site', `# A\n\n[x](/a${z})\n`, '3:7'],
])('an invisible character in %s is one finding', (_name, text, place) => {
  expect(findings(compile({ 'site.yaml': 'title: T\n', 'a.mdx': text }))).toEqual([
    `error invisible-character a.mdx:${place}`,
  ]);
});

test('a mistake elsewhere on the page is still reported', () => {
  const text = `# A${z}\n\n[x](/b)\n`;
  expect(findings(compile({ 'site.yaml': 'title: T\n', 'a.mdx': text }))).toEqual([
    'warning invisible-character-in-prose a.mdx:1:4',
    'error dangling-link a.mdx:3:5',
  ]);
});
