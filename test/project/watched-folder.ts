// A content folder that is watched during a test.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { watchContent } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

export interface WatchedFolder {
  /** The folder that contains the content folder. */
  readonly root: string;
  readonly content: string;
  /** Watches folders. Returns at the first report. */
  begin(...folders: readonly string[]): Promise<unknown>;
  /** Calls a function at each report from now on, in place of the function before. */
  onReport(work: (paths: ReadonlySet<string>) => void): void;
  /** Waits until no changes have been reported for a while. */
  calm(): Promise<void>;
}

/** Makes a folder with an empty content folder. It is watched after `begin`, and removed after the test. */
export function makeWatchedFolder(): WatchedFolder {
  const root = temporaryFolder();
  const content = join(root, 'content');
  mkdirSync(content);
  const stop = new AbortController();
  let report: (paths: ReadonlySet<string>) => void = () => {};
  let watching: Promise<void> | undefined;
  onTestFinished(async () => {
    stop.abort();
    await watching;
    removeFolder(root);
  });
  return {
    root,
    content,
    begin: (...folders) =>
      new Promise((begun) => {
        report = begun;
        watching = (async () => {
          for await (const paths of watchContent(folders, stop.signal)) report(paths);
        })();
      }),
    onReport: (work) => void (report = work),
    calm: async () => {
      for (let isCalm = false; !isCalm;) {
        isCalm = true;
        report = () => void (isCalm = false);
        await pause(150);
      }
    },
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
