// The table of `--timing`.

import { expect, test } from 'vitest';
import { Timeline } from '../../src/project/index.ts';

test('shows the processor time of the first thread, of other threads, and of those of Node', () => {
  const timeline = new Timeline();
  timeline.start('parse');
  for (const start = performance.now(); performance.now() - start < 30;);
  timeline.start('draw');
  timeline.stop();
  timeline.addThread('colours', 5);
  timeline.addThread('drawing', 1250);
  const lines = timeline.formatTable().split('\n');
  expect(lines.map((line) => line.split(' ', 1)[0])).toEqual(
    ['stage', 'parse', 'draw', 'all', '', 'thread', 'first', 'colours', 'drawing', 'Node'].slice(0, lines.length),
  );
  // Node before 23.9 does not know the time of a thread.
  if (!('threadCpuUsage' in process)) return;
  expect(lines[0]).toMatch(/^stage +time +cores +first$/);
  expect(Number(/([\d.]+) s$/.exec(lines[1]!)![1])).toBeGreaterThan(0);
  expect(lines[8]).toBe('drawing         1.25 s');
  // More is used in other threads than the process has used: nothing is left for Node.
  expect(lines[9]).toBe('Node            0.00 s');
});
