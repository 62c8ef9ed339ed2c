// A new folder for each test, in which `stele new` writes pages, entities and samples.

import { appendFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { setUpFolder, type CommandFolder } from './command-folder.ts';

export interface NewFolder extends CommandFolder {
  /** Runs `stele new`, expects success, and returns the messages. */
  write(...args: readonly string[]): Promise<string>;
  /** Makes samples, and adds the code block that the command suggests: samples without one have a warning. */
  makeSamples(page: string, ...args: readonly string[]): Promise<string>;
  /** Expects `stele check` to have no findings. */
  expectClean(): Promise<void>;
}

/** Makes the folder before each test of a file, and removes it after the test. */
export function setUpNewFolder(): NewFolder {
  const { at, run } = setUpFolder();
  const write = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await run('new', ...args);
    expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: '' });
    return stderr;
  };
  const expectClean = async (): Promise<void> => {
    const checked = await run('check');
    expect([checked.code, checked.stderr]).toEqual([0, expect.stringMatching(/^\d+ pages? checked: no findings\. /)]);
  };
  return {
    at,
    run,
    write,
    expectClean,
    makeSamples: async (page, ...args) => {
      const output = await write('sample', ...args);
      await appendFile(at(page), `\n${/<CodeBlock .*/.exec(output)![0]}\n`);
      await expectClean();
      return output;
    },
  };
}
