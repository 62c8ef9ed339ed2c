// `stele dev` as its users run it: as a process that serves until it is stopped.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../site/run-stele.ts';

export interface RunningDev {
  /** Address of the site's top, with `/` at its end. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What the command has said since the last call of `forget`. */
  words(): string;
  forget(): void;
  /** Waits until a condition holds; fails with what the command has said. */
  until(condition: () => boolean | Promise<boolean>, seconds?: number): Promise<void>;
  /** The page at a path below the top. */
  textAt(path: string): Promise<string>;
  stop(): Promise<number | null>;
}

/** Starts it on `<folder>/content`, on a port of its own. */
export async function startDev(
  folder: string,
  {
    args = [] as readonly string[],
    env = {} as Readonly<Record<string, string | undefined>>,
    node = [] as readonly string[],
  } = {},
): Promise<RunningDev> {
  const asked = 20_000 + Math.floor(Math.random() * 40_000);
  const child = spawn(
    process.execPath,
    [...node, join(repository, 'src/cli/main.ts'), 'dev', '--port', String(asked), ...args],
    {
      cwd: folder,
      // Astro serves nothing where it finds itself under Vitest.
      env: { ...process.env, INIT_CWD: folder, NO_COLOR: '1', VITEST: undefined, NODE_ENV: undefined, ...env },
    },
  );
  let said = '';
  const end = { code: undefined as number | null | undefined };
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (said += text));
  const ended = new Promise<number | null>((done) => {
    child.once('exit', (exit) => {
      end.code = exit;
      done(exit);
    });
  });
  const until: RunningDev['until'] = async (condition, seconds = 30) => {
    for (const last = Date.now() + seconds * 1000; Date.now() < last && end.code === undefined;) {
      if (await condition()) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(
      `${end.code === undefined ? 'It did not happen' : `It ended with ${end.code}`}. The command said:\n${said}`,
    );
  };
  await until(() => /Serving (\S+) /.test(said), 60).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  const url = /Serving (\S+) /.exec(said)![1]!;
  return {
    url,
    port: asked,
    pid: child.pid!,
    words: () => said,
    forget: () => void (said = ''),
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

/** The main part of a page, without what only a dev server or only a build writes. */
export function mainOf(html: string): string {
  return /<main[^]*<\/main>/.exec(html)?.[0].replace(/\s+/g, ' ') ?? '';
}
