// A folder in which commands run without a network, in processes that log each attempt to connect.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

/** The environment of a person's machine instead of CI: packages send their reports only from there. */
export const person = {
  CI: undefined,
  GITHUB_ACTIONS: undefined,
  CONTINUOUS_INTEGRATION: undefined,
  VITEST: undefined,
  NODE_ENV: undefined,
};

export interface OfflineFolder {
  /** A folder with a small site. */
  readonly folder: string;
  /** The environment of a process without a network. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The attempts to connect since the test began, one per line. */
  attempts(): string;
}

/** Makes a folder with a small site for the tests of a file, and clears the log before each test. */
export function setUpOfflineFolder(): OfflineFolder {
  const folder = temporaryFolder();
  const log = join(folder, 'network.log');
  const preload = pathToFileURL(join(import.meta.dirname, 'no-network.mjs')).href;
  beforeAll(() => {
    for (const path of ['content/_samples', 'home']) mkdirSync(join(folder, path), { recursive: true });
    const write = (path: string, text: string): void => writeFileSync(join(folder, 'content', path), text);
    write('site.yaml', 'title: Site\nurl: https://docs.example.com/\nlanguages: [js, go]\n');
    write('a.mdx', '# A\n\nA [link](https://example.com/).\n\n<CodeBlock file="open" />\n');
    write('_samples/open.js', 'open();\n');
    write('_samples/open.go', 'open()\n');
  });
  beforeEach(() => rmSync(log, { force: true }));
  afterAll(() => removeFolder(folder));
  return {
    folder,
    env: {
      ...person,
      NETWORK_LOG: log,
      NODE_OPTIONS: `--import ${preload}`,
      HOME: join(folder, 'home'),
      XDG_CONFIG_HOME: undefined,
    },
    attempts: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
  };
}
