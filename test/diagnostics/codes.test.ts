// Every code has a page, and every page tells the truth: ✗ gives exactly that code, ✓ is clean.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue, codes, type Code } from '../../src/compiler/diagnostics/index.ts';
import { check } from '../compile.ts';

const folder = join(import.meta.dirname, '../../src/compiler/diagnostics/codes');

interface CodePage {
  readonly severity: string;
  readonly bad: string;
  readonly good: string;
}

function readPage(code: Code): CodePage {
  const text = readFileSync(join(folder, `${code}.md`), 'utf8');
  const [, severity, , bad, good] = /^# \S+\n\nSeverity: (\w+)\n\n([^]+?)\n\n## ✗\n\n([^]+?)\n## ✓\n\n([^]+)$/.exec(
    text,
  )!;
  return { severity: severity!, bad: bad!, good: good! };
}

/** The files that fences name: ```` ```mdx reference/thing.mdx ````. Fences without a file are illustrations. */
function filesIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/^(`{3,})\w+ (\S+)\n([^]*?)^\1$/gm)].map((match) => [match[2]!, match[3]!]),
  );
}

test('every code has a page, and every page a code', () => {
  expect(readdirSync(folder).sort()).toEqual(codes.map((code) => `${code}.md`).sort());
});

/** What no folder of a few lines can show: files that are too large or cannot be read, and what only a build finds. */
const withoutFixture: readonly Code[] = [
  'file-too-large',
  'not-utf8',
  'over-budget',
  'too-many-keys',
  'too-many-rows',
  'unreadable-file',
];

test('every code has a fixture of its name', () => {
  const fixtures = readdirSync(join(import.meta.dirname, '../fixtures/findings'));
  expect(codes.filter((code) => !fixtures.includes(`code-${code}`))).toEqual(withoutFixture);
});

describe.each(codes)('%s', (code) => {
  const { severity, bad, good } = readPage(code);
  test('has the severity of the catalogue', () => {
    expect(severity).toBe(catalogue[code].severity);
  });

  // What no short text can show is held by the tests of bounds and of reading.
  if (Object.keys(filesIn(bad)).length === 0) return;

  test('✗ gives exactly that code', async () => {
    const found = (await check(filesIn(bad))).diagnostics;
    expect(new Set(found.map((diagnostic) => diagnostic.code))).toEqual(new Set([code]));
  });

  test('✓ is clean', async () => {
    expect(
      (await check(filesIn(good))).diagnostics.map((diagnostic) => `${diagnostic.code}: ${diagnostic.message}`),
    ).toEqual([]);
  });
});
