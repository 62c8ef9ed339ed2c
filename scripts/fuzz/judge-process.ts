// The process that judges: a folder comes in as a message, its verdict goes out. Started by `judge-pool.ts`, one folder at a time.

import { judgeFiles } from './judge-files.ts';
import type { Files } from './verdict.ts';

/** What the process is asked. */
export interface Question {
  readonly files: Files;
  readonly limit: number;
}

process.on('message', (question: Question) => {
  void judgeFiles(question.files, question.limit).then((verdict) => process.send!(verdict));
});
// The parent is gone: nobody reads the verdict.
process.on('disconnect', () => process.exit(0));
process.send!('ready');
