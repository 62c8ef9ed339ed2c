// The fuzzer itself detects faults. The tests use processes with deliberate faults.

import { expect, test } from 'vitest';
import { minimiseFiles } from '../../scripts/fuzz/minimise-files.ts';
import { mutations } from '../../scripts/fuzz/mutations.ts';
import { createRandom } from '../../scripts/bench/seeded-random.ts';

test('reduces a folder as long as it shows the fault', async () => {
  const files = { 'a.mdx': 'one\ntwo x\nthree\n', 'b.mdx': 'four\n' };
  const hasFault = async (tried: Readonly<Record<string, string>>): Promise<boolean> =>
    tried['a.mdx']?.includes('x') === true;
  expect(await minimiseFiles(files, hasFault, 5000)).toEqual({ 'a.mdx': 'x' });
});

test.each(Object.entries(mutations))('%s changes texts, and accepts empty texts', (_name, mutate) => {
  const random = createRandom(1);
  const text = '---\na: b\n- c: d\n---\n\n  # A\n\nText `code` and [a link](b).\n';
  const changed = Array.from({ length: 20 }, () => mutate(text, random, 'x\ny\n')).filter((made) => made !== text);
  expect(changed.length).toBeGreaterThan(0);
  expect(typeof mutate('', random, '')).toBe('string');
});
