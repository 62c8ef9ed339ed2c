// A system error is found in any wrapper, and reported with its path, cause and advice. Other errors are not system
// errors.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findDiskError } from '../../src/project/index.ts';
import { findMissingPart } from '../../src/project/missing-part.ts';

const full = (): NodeJS.ErrnoException =>
  Object.assign(new Error("ENOSPC: no space left on device, open '/dist/a.html'"), {
    code: 'ENOSPC',
    errno: -28,
    syscall: 'open',
    path: '/dist/a.html',
  });
const told = {
  code: 'ENOSPC',
  path: '/dist/a.html',
  use: 'written',
  reason: 'the disk is full',
  advice: 'Free some space, then run the command again.',
};

describe('found', () => {
  test.each<[string, unknown]>([
    ['as it is', full()],
    ['as a cause of a cause', new Error('draw', { cause: new Error('bundle', { cause: full() }) })],
    ['among several', new AggregateError([new TypeError('x'), full()])],
    ['in an error that tools give', { name: 'BuildError', errors: [{ cause: full() }] }],
    ['in words only', new Error("[vite:load] Could not load: ENOSPC: no space left on device, open '/dist/a.html'")],
  ])('%s', (_name, error) => {
    expect(findDiskError(error)).toEqual(told);
  });

  test('by the number that native code gives', () => {
    expect(findDiskError(new Error('Could not load /content/a.astro: Permission denied (os error 13)'))).toMatchObject({
      code: 'EACCES',
      path: '/content/a.astro',
    });
  });

  test('of a real disk', () => {
    const error = ((): unknown => {
      try {
        return readFileSync('/no/such/file');
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(findDiskError(error)).toMatchObject({
      code: 'ENOENT',
      path: '/no/such/file',
      reason: 'it no longer exists',
    });
  });

  test('with the place that was to be written, of two', () => {
    const error = Object.assign(new Error('x'), { code: 'EXDEV', syscall: 'rename', path: '/a', dest: '/b' });
    expect(findDiskError(error)).toMatchObject({ path: '/b', use: 'written', reason: 'it is on another disk' });
  });

  test('of a file of Stele itself: it is to be installed again', () => {
    const path = fileURLToPath(new URL('../../src/gone.ts', import.meta.url));
    expect(findDiskError(Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'open', path }))?.advice).toMatch(
      /Install Stele again/,
    );
  });
});

test.each<[string, unknown]>([
  ['a bug', new TypeError("Cannot read properties of undefined (reading 'x')")],
  ['a code of another kind', Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' })],
  ['the name of an error in a sentence', new Error('EXAMPLE: this is not a code of the system')],
  ['a code that no system gave', Object.assign(new Error('no'), { code: 'EACCES' })],
  [
    'an error that is its own cause',
    (() => {
      const error = new Error('x');
      error.cause = error;
      return error;
    })(),
  ],
  ['nothing', undefined],
])('not found in %s', (_name, error) => {
  expect(findDiskError(error)).toBeUndefined();
});

test('a part of Stele that is not installed is told; a module that the site’s own code names is not Stele’s', () => {
  const error = Object.assign(
    new Error("Cannot find package 'yaml' imported from /stele/src/parse/parse-yaml.ts\nmore"),
    { code: 'ERR_MODULE_NOT_FOUND' },
  );
  expect(findMissingPart(new Error('x', { cause: error }))).toBe(
    "Cannot find package 'yaml' imported from /stele/src/parse/parse-yaml.ts.",
  );
  expect(
    findMissingPart(new Error('Could not resolve "./x" in /docs/content/Logo.astro'), '/docs/content'),
  ).toBeUndefined();
  expect(findMissingPart(new TypeError('x is not a function'))).toBeUndefined();
});
