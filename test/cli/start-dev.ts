// Starts `stele dev` as its users do: as a process that serves until it is stopped.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../site/run-stele.ts';

export interface RunningDev {
  /** Address of the site's top, with `/` at its end. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** The output of the command since the last call of `forget`. */
  output(): string;
  forget(): void;
  /** Waits until a condition is true. Fails with the output of the command. */
  until(condition: () => boolean | Promise<boolean>, seconds?: number): Promise<void>;
  /** The text of the page at a path below the top. */
  textAt(path: string): Promise<string>;
  stop(): Promise<number | null>;
}

/** Starts the command with the content of `<folder>/content`, on a random port. */
export async function startDev(
  folder: string,
  {
    args = [] as readonly string[],
    env = {} as Readonly<Record<string, string | undefined>>,
    node = [] as readonly string[],
  } = {},
): Promise<RunningDev> {
  const port = 20_000 + Math.floor(Math.random() * 40_000);
  const child = spawn(
    process.execPath,
    [...node, join(repository, 'src/cli/main.ts'), 'dev', '--port', String(port), ...args],
    {
      cwd: folder,
      // Astro serves nothing if the environment is that of Vitest.
      env: { ...process.env, INIT_CWD: folder, NO_COLOR: '1', VITEST: undefined, NODE_ENV: undefined, ...env },
    },
  );
  let output = '';
  const end = { code: undefined as number | null | undefined };
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (output += text));
  const ended = new Promise<number | null>((done) => {
    child.once('exit', (exit) => {
      end.code = exit;
      done(exit);
    });
  });
  const until: RunningDev['until'] = async (condition, seconds = 100) => {
    for (const last = Date.now() + seconds * 1000; Date.now() < last && end.code === undefined;) {
      if (await condition()) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    const problem = end.code === undefined ? 'The condition did not become true' : `The command ended with ${end.code}`;
    throw new Error(`${problem}. Its output:\n${output}`);
  };
  await until(() => /Serving (\S+) /.test(output)).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  const url = /Serving (\S+) /.exec(output)![1]!;
  return {
    url,
    port,
    pid: child.pid!,
    output: () => output,
    forget: () => void (output = ''),
    until,
    textAt: async (path) => (await fetch(url + path)).text(),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** The marks that random changes leave in texts and pages: `number12end`. */
export function tokensOf(text: string): readonly string[] {
  return [...text.matchAll(/number\d+end/g)].map(([mark]) => mark).filter((mark, i, all) => all.indexOf(mark) === i);
}

/** The main part of a page, without the parts that only a dev server or only a build writes. */
export function mainOf(html: string): string {
  return /<main[^]*<\/main>/.exec(html)?.[0].replace(/\s+/g, ' ') ?? '';
}
