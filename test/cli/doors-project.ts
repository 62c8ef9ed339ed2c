// A project with the doors site (doors-site.ts), for tests of builds after builds.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, expect } from 'vitest';
import { compareSites } from '../../src/project/index.ts';
import { setUpFolder, type CommandFolder } from './command-folder.ts';
import { doorsSite } from './doors-site.ts';

export interface DoorsProject extends CommandFolder {
  /** Writes a file of the project and makes its folders. */
  write(path: string, text: string): void;
  /** Builds the site, expects success, and returns the messages. */
  build(...args: readonly string[]): Promise<string>;
  /** Expects the site to have the bytes of a build from nothing. */
  expectClean(...args: readonly string[]): Promise<void>;
}

/** Makes the project in a new folder before each test of a file, and removes it after the test. */
export function setUpDoorsProject(): DoorsProject {
  const { at, run } = setUpFolder();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  const build = async (...args: readonly string[]): Promise<string> => {
    const { code, stderr } = await run('build', ...args);
    expect(code, stderr).toBe(0);
    return stderr;
  };
  beforeEach(() => {
    mkdirSync(at('node_modules'));
    for (const [path, text] of Object.entries(doorsSite)) write(path, text);
  });
  return {
    at,
    run,
    write,
    build,
    expectClean: async (...args) => {
      await build('--no-cache', '--out', 'clean', ...args);
      expect(await compareSites(at('dist'), at('clean'))).toEqual([]);
    },
  };
}

/** Waits until builds trust the times of the files just written. Before, another change may leave the same time. */
export function settle(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_100);
}
