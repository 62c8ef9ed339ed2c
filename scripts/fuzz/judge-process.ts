// The process that judges: a folder comes in as a message, its verdict goes out. Started by `judge-pool.ts`, one folder at a time.

import { judgeFiles } from './judge-files.ts';
import type { Question } from './verdict.ts';

process.on('message', (question: Question) => {
  void judgeFiles(question).then((verdict) => process.send!(verdict));
});
// The parent is gone: nobody reads the verdict.
process.on('disconnect', () => process.exit(0));
process.send!('ready');
