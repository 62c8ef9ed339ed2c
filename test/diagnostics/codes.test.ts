// Every code has a page. The ✗ example of a page has exactly that finding, and the ✓ example has none.

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

/** Codes of findings that no small folder can have: about files that are too large or unreadable, and about builds. */
const withoutFixture: readonly Code[] = [
  'expired-approval',
  'failed-code',
  'file-too-large',
  'moved-page',
  'not-utf8',
  'over-budget',
  'too-many-keys',
  'too-many-rows',
  'unmatched-approval',
  'unreadable-file',
];

test('every code has a fixture with its name', () => {
  const fixtures = readdirSync(join(import.meta.dirname, '../fixtures/findings'));
  expect(codes.filter((code) => !fixtures.includes(`code-${code}`))).toEqual(withoutFixture);
});

describe.each(codes)('%s', (code) => {
  const { severity, bad, good } = readPage(code);
  test('has the severity of the catalogue', () => {
    expect(severity).toBe(catalogue[code].severity);
  });

  // The tests of bounds and of reading check the codes that no short text can show.
  if (Object.keys(filesIn(bad)).length === 0) return;

  test('the ✗ example has exactly that finding', async () => {
    const found = (await check(filesIn(bad))).diagnostics;
    expect(new Set(found.map((diagnostic) => diagnostic.code))).toEqual(new Set([code]));
  });

  test('the ✓ example has no findings', async () => {
    expect(
      (await check(filesIn(good))).diagnostics.map((diagnostic) => `${diagnostic.code}: ${diagnostic.message}`),
    ).toEqual([]);
  });
});
