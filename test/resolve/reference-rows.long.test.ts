// References that double the rows at each level cost little time.

import { expect, test } from 'vitest';
import { compile, findings } from '../compile.ts';
import { cpuTime } from '../cpu-time.ts';
import { leaf, object } from './object-page.ts';

test('references that double the rows at each level are refused quickly', () => {
  const steps = Array.from({ length: 40 }, (_, i) => [
    `s${i}.mdx`,
    object(`S${i}`, 'm', i === 39 ? leaf('end') : `      - (S${i + 1}.m)\n      - (S${i + 1}.m)\n`),
  ]);
  let found: readonly string[] = [];
  const time = cpuTime(() => void (found = findings(compile(Object.fromEntries(steps) as Record<string, string>))));
  expect(time).toBeLessThan(10_000);
  const errors = found.filter((text) => text.startsWith('error')).map((text) => text.split(' ')[1]);
  expect(new Set(errors)).toEqual(new Set(['too-many-rows']));
});
