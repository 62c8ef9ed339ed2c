// A system error is found in any wrapper, and reported with its path, cause and advice. Other errors are not system
// errors.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findDiskError, findMissingPart } from '../../src/disk/index.ts';

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

describe('a system error is found', () => {
  test.each<[string, unknown]>([
    ['without a wrapper', full()],
    ['as a cause of a cause', new Error('draw', { cause: new Error('bundle', { cause: full() }) })],
    ['in a list of errors', new AggregateError([new TypeError('x'), full()])],
    ['in an error that tools give', { name: 'BuildError', errors: [{ cause: full() }] }],
    [
      'in the message of another error',
      new Error("[vite:load] Could not load: ENOSPC: no space left on device, open '/dist/a.html'"),
    ],
  ])('%s', (_name, error) => {
    expect(findDiskError(error)).toEqual(told);
  });

  test('by the error number of native code', () => {
    expect(findDiskError(new Error('Could not load /content/a.astro: Permission denied (os error 13)'))).toMatchObject({
      code: 'EACCES',
      path: '/content/a.astro',
    });
  });

  test('if a real disk gives it', () => {
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

  test('with the path that was to be written, if it has two paths', () => {
    const error = Object.assign(new Error('x'), { code: 'EXDEV', syscall: 'rename', path: '/a', dest: '/b' });
    expect(findDiskError(error)).toMatchObject({ path: '/b', use: 'written', reason: 'it is on another disk' });
  });

  test('for a file of Stele itself, with the advice to install Stele again', () => {
    const path = fileURLToPath(new URL('../../src/gone.ts', import.meta.url));
    expect(findDiskError(Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'open', path }))?.advice).toMatch(
      /Install Stele again/,
    );
  });
});

test.each<[string, unknown]>([
  ['an error of a program', new TypeError("Cannot read properties of undefined (reading 'x')")],
  ['an error with a code of Node', Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' })],
  ['a sentence with a word in capitals', new Error('EXAMPLE: this is not a code of the system')],
  ['an error with a code of the system but without its number', Object.assign(new Error('no'), { code: 'EACCES' })],
  [
    'an error that is its own cause',
    (() => {
      const error = new Error('x');
      error.cause = error;
      return error;
    })(),
  ],
  ['nothing', undefined],
])('no system error is found in %s', (_name, error) => {
  expect(findDiskError(error)).toBeUndefined();
});

test('a missing package of Stele is reported as such, a missing package of the site’s own code is not', () => {
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
