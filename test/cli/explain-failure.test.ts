// The errors whose message is for the user are known by the names of their classes.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refusals } from '../../src/cli/explain-failure.ts';

const source = join(import.meta.dirname, '../../src');

test('each name of a refusal is that of a class', () => {
  const texts = globSync('**/*.ts', { cwd: source }).map((path) => readFileSync(join(source, path), 'utf8'));
  const names = texts.flatMap((text) => [
    ...text.matchAll(/^export class (\w+) extends Error \{\s+override readonly name = '\1';/gm),
  ]);
  const known = new Set(names.map(([, name]) => name));
  expect([...refusals].filter((name) => !known.has(name))).toEqual([]);
});
