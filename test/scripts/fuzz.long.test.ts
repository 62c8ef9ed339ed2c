// The judge of broken inputs finds folders that are slow, and folders that never end.

import { expect, test } from 'vitest';
import { createJudge } from '../../scripts/fuzz/judge-pool.ts';

test('a folder above its time is slow, a folder above the deadline hangs, and the next folder is judged', async () => {
  const strict = createJudge({ limit: -1, deadline: 10_000 });
  expect(await strict.judge({ 'a.mdx': '# A\n' })).toMatchObject({ kind: 'slow' });
  strict.close();
  const hasty = createJudge({ limit: 2000, deadline: 1 });
  expect(await hasty.judge({ 'a.mdx': '# A\n'.repeat(20_000) })).toMatchObject({ kind: 'hangs' });
  expect(await hasty.judge({ 'a.mdx': '# A\n'.repeat(20_000) })).toMatchObject({ kind: 'hangs' });
  hasty.close();
});
