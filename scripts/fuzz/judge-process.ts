// The judging process of `judge-pool.ts`: receives one folder at a time as a message, and sends its verdict.

import { judgeFiles } from './judge-files.ts';
import type { Question } from './verdict.ts';

process.on('message', (question: Question) => {
  void judgeFiles(question).then((verdict) => process.send!(verdict));
});
// The parent process has ended, so nobody reads the verdict.
process.on('disconnect', () => process.exit(0));
process.send!('ready');
