// The frame of a script: reads its options, runs it, and prints its usage if the options are wrong.

import { resolve } from 'node:path';

/**
 * Runs a script. Returns its exit code, or 2 after printing the usage.
 * @param read the options; undefined if a value is wrong. Errors of `parseArgs` count as wrong options.
 */
export async function runWithOptions<Options>(
  usage: string,
  read: () => Options | undefined,
  run: (options: Options) => Promise<number>,
): Promise<number> {
  const options = readOrNothing(read);
  if (options !== undefined) return run(options);
  console.error(usage);
  return 2;
}

/** Whether a number is a whole one from 1. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}

/** A path of the user, made absolute. `npm run` changes the working folder, but the path is relative to the original. */
export function fromUser(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

function readOrNothing<Options>(read: () => Options | undefined): Options | undefined {
  try {
    return read();
  } catch (error) {
    const isOptionError = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
    if (isOptionError) return undefined;
    throw error;
  }
}
