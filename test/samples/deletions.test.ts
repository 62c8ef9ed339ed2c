// Deletes each bracket, quote and comma of one sample per language in turn, and counts how many deletions are found,
// and how many in the right line. Deletions that leave valid code cannot be found; they are listed with the reason.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { findSampleFaults } from '../../src/compiler/check/index.ts';
import { createSampleParser } from '../../src/engines/index.ts';
import { linesOfOpenings } from './openings.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = join(import.meta.dirname, '../../content/reference/organization/_samples');
const extensions = ['.sh', '.js', '.py', '.rb', '.go', '.php', '.java', '.cs'];
const parser = createSampleParser();

/**
 * Deletions that are not found, by the text around them. All of them leave valid code: a comma after a last entry is
 * optional in these languages, and C# reads `"team" ["region"]` as an index into the text.
 */
const unfound: Readonly<Record<string, readonly string[]>> = {
  '.js': ["m', region: 'eu' }«,»⏎});⏎⏎co"],
  '.py': ['", "region": "eu"}«,»⏎)⏎⏎prin'],
  '.php': ['ate" => "pending"]«,»⏎    ],⏎', ' "region" => "eu"]«,»⏎);⏎⏎ech'],
  '.cs': [
    'nDataState.Pending«,»⏎       ',
    'ing,⏎            }«,»⏎       ',
    ' ["plan"] = "team"«,» ["regio',
    '"region"] = "eu" }«,»⏎    });',
  ],
};

/**
 * Deletions that are reported in another line: a shell reads JSON without its first quote as words up to the last
 * quote, Go goes on with `import "context"`, and in Java a call without its `(` closes the calls around it one too
 * early.
 */
const misplaced: Readonly<Record<string, readonly string[]>> = {
  '.sh': ['egion": "eu" }⏎  }«\'»⏎'],
  '.go': ['kage main⏎⏎import «(»⏎\t"conte'],
  '.java': ['ionOptions.builder«(»)⏎      ', '       .domainData«(»List.of('],
};

interface Count {
  all: number;
  found: number;
  right: number;
  readonly missed: string[];
  readonly misplaced: string[];
}

/** The line of the first syntax error, counted from 1; undefined if there is none. */
async function faultLine(text: string, extension: string): Promise<number | undefined> {
  const [fault] = findSampleFaults(await parser.parse(text, extension));
  return fault && text.slice(0, fault.range.start).split('\n').length;
}

async function sweep(extension: string): Promise<Count> {
  const text = readFileSync(join(folder, `create-organization-request${extension}`), 'utf8');
  const count: Count = { all: 0, found: 0, right: 0, missed: [], misplaced: [] };
  for (const [at, character] of [...text].entries()) {
    if (!'()[]{}"\'`,'.includes(character)) continue;
    const around = `${text.slice(Math.max(0, at - 18), at)}«${character}»${text.slice(at + 1, at + 9)}`.replaceAll(
      '\n',
      '⏎',
    );
    const changed = text.slice(0, at) + text.slice(at + 1);
    const line = text.slice(0, at).split('\n').length;
    const found = await faultLine(changed, extension);
    count.all++;
    if (found === undefined) count.missed.push(around);
    else {
      count.found++;
      const lines = [line - 1, line, line + 1, ...linesOfOpenings(text, changed, at)];
      if (lines.includes(found)) count.right++;
      else count.misplaced.push(around);
    }
  }
  return count;
}

const counts = new Map<string, Count>();
test.each(extensions)('%s', async (extension) => {
  const count = await sweep(extension);
  counts.set(extension, count);
  expect(count.missed).toEqual(unfound[extension] ?? []);
  expect(count.misplaced).toEqual(misplaced[extension] ?? []);
});

test('at least 95 % of all deletions are found, and 90 % in the right line', () => {
  const sum = (key: 'all' | 'found' | 'right'): number =>
    [...counts.values()].reduce((total, count) => total + count[key], 0);
  const share = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;
  for (const [extension, { all, found, right }] of [
    ...counts,
    ['all', { all: sum('all'), found: sum('found'), right: sum('right') }] as const,
  ]) {
    console.log(`${extension}: ${all} deletions, found ${share(found, all)}, in the right line ${share(right, all)}`);
  }
  expect(sum('found') / sum('all')).toBeGreaterThanOrEqual(0.95);
  expect(sum('right') / sum('all')).toBeGreaterThanOrEqual(0.9);
});
