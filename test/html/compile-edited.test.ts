// Compiling only edited pages gives what compiling the whole site gives. Random edits of more sites:
// compile-edited.long.test.ts.

import { describe, expect, test } from 'vitest';
import { createRandom } from '../../scripts/bench/seeded-random.ts';
import type { ContentFiles } from '../edits/content-files.ts';
import { editedSites } from '../edits/edited-sites.ts';
import { compileChange, judgeChange, keepState } from '../edits/judge-edited.ts';
import { editAtRandom } from '../edits/random-edits.ts';

test('after 40 random edits, all pages compiled alone are as in the whole site', { timeout: 120_000 }, async () => {
  const random = createRandom(5);
  const files = editedSites['doors']!();
  let before = keepState(files);
  let compiled = 0;
  for (let step = 0; step < 40; step++) {
    const { kind, place } = editAtRandom(files, random);
    const after = keepState(files);
    const edited = before && compileChange(before, files);
    if (edited && after) {
      compiled++;
      expect(await judgeChange(before!, after, edited), `edit ${step}, ${kind}: ${place}`).toEqual([]);
    }
    before = after;
  }
  expect(compiled).toBeGreaterThan(0);
});

/** Whether an edit is compiled without the other pages. */
async function isCompiledAlone(edit: (files: ContentFiles) => void, site = 'doors'): Promise<boolean> {
  const files = editedSites[site]!();
  const before = keepState(files)!;
  edit(files);
  const edited = compileChange(before, files);
  if (edited) expect(await judgeChange(before, keepState(files)!, edited)).toEqual([]);
  return edited !== undefined;
}

const replace =
  (path: string, from: string, to: string) =>
  (files: ContentFiles): void => {
    expect(files.get(path)).toContain(from);
    files.set(path, files.get(path)!.replace(from, to));
  };

describe('an edit', () => {
  test('of a description that only its page shows is compiled alone', async () => {
    expect(await isCompiledAlone(replace('index.mdx', 'See [closing]', 'Read of [closing]'))).toBe(true);
  });

  test('of a description that other pages show is not', async () => {
    expect(await isCompiledAlone(replace('reference/door/index.mdx', 'id: The identifier', 'id: The one'))).toBe(false);
  });

  test('of a sample is, unless the sample has a finding', async () => {
    const editSample =
      (first: string) =>
      (files: ContentFiles): void => {
        const path = [...files.keys()].find((name) => name.endsWith('.py'))!;
        files.set(path, first + files.get(path)!);
      };
    expect(await isCompiledAlone(editSample('# Words.\n'), 'generated')).toBe(true);
    expect(await isCompiledAlone(editSample('# region a\n'), 'generated')).toBe(false);
  });

  test('of the title of a link, or of the accent colour, is; of an address or another setting is not', async () => {
    const navigation = 'reference/_navigation.mdx';
    expect(await isCompiledAlone(replace(navigation, 'title: Lock', 'title: The lock'))).toBe(true);
    expect(await isCompiledAlone(replace(navigation, 'title: API', 'title: The API'))).toBe(false);
    expect(await isCompiledAlone(replace(navigation, '/reference/lock', '/reference/door/open'))).toBe(false);
    expect(await isCompiledAlone(replace('site.yaml', "'#0a7f6f'", "'#333333'"))).toBe(true);
    // Links of this colour are hard to read.
    expect(await isCompiledAlone(replace('site.yaml', "'#0a7f6f'", "'#fefefe'"))).toBe(false);
    expect(await isCompiledAlone(replace('site.yaml', 'All doors.', 'Some doors.'))).toBe(false);
  });

  test('of a name is not', async () => {
    expect(await isCompiledAlone(replace('reference/door/index.mdx', 'key: state', 'key: status'))).toBe(false);
  });
});
