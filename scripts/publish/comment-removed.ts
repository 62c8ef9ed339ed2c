// Writes into the pull request's comment, if there is one, that its preview was removed.
// comment-removed.ts --repository=<owner/name> --pr=<number>

import { readOptions } from './read-options.ts';
import { runCommand } from './run-command.ts';
import { keepComment } from './sticky-comment.ts';

const options = readOptions(['repository', 'pr']);

await runCommand(async () => {
  keepComment(options, 'The preview of this pull request was removed when it was closed.', 'update');
  return 'Updated.';
});
