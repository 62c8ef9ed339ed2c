// The format of all files. `npm test` checks only those that differ from the last commits.

import { expect, test } from 'vitest';
import { commandOf, run } from './lint-tools.ts';

test('Prettier finds no file to format', async () => {
  // The tests have their own cache: a cache is for one version of Node, and `npm run lint` may run with another.
  const cache = ['--cache', '--cache-location', '.cache/prettier-of-tests', '--cache-strategy', 'content'];
  const args = ['--check', ...cache, '--log-level', 'warn', '**/*.{ts,mjs,astro,css}'];
  expect(await run(commandOf('prettier'), args)).toBe('');
});
