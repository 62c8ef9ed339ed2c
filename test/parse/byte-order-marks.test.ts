// Byte order marks that are not removed with the first one of a file: the second of two, and those of joined files.

import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';

const mark = '\uFEFF';
const front = '---\ntitle: A\n---\n';

/** What stands at the place of each finding, by code. */
function marked(files: Readonly<Record<string, string>>): readonly string[] {
  const { diagnostics } = compile({ 'site.yaml': 'title: T\n', ...files });
  return diagnostics.map(({ code, source, range }) => `${code} ${source?.text.slice(range?.start, range?.end)}`);
}

describe.each([1, 2])('with %i byte order marks', (count) => {
  const marks = mark.repeat(count);

  test('a mistake at the start of a body has its place', () => {
    expect(marked({ 'index.mdx': `${marks}<>` })).toEqual(['mdx-syntax <>']);
    expect(marked({ 'index.mdx': `${front}${marks}<Card>` })).toContain('mdx-syntax <Card>');
  });

  test('a link in a body has its place', () => {
    const text = `${front}${marks}See [a page](/missing).\n`;
    for (const path of ['index.md', 'index.mdx']) expect(marked({ [path]: text })).toContain('dangling-link /missing');
  });

  test('a link in a description has its place', () => {
    const description = `descriptions:\n  door:\n    id: "${marks}See *this* [page](/missing)."\n`;
    const property = '      properties:\n        - key: id\n          type: string\n          description: (door.id)\n';
    const entity = `reference:\n  js:\n    - key: Door\n      id: door\n      title: Door\n${property}`;
    const page = `---\ntitle: A\n${description}${entity}---\n\n# A\n`;
    const found = marked({ 'site.yaml': 'title: T\nlanguages: [js]\n', 'index.mdx': page });
    expect(found).toContain('dangling-link /missing');
  });
});
