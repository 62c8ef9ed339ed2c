// A language → the least file that its compiler or interpreter reads without complaint, with a comment that says what
// to write.

import { commentSyntaxOf, findByExtension } from '../../compiler/languages/index.ts';
import type { Language } from '../../compiler/model/index.ts';

/** Text of a new sample. */
export function sampleText({ label, extensions }: Language, what: string): string {
  const words = `Show ${what} in ${label} here.`;
  const extension = extensions[0]!;
  const comment = commentSyntaxOf(extension);
  // What has no comments is data: a quoted text is JSON.
  if (comment === undefined) return `${JSON.stringify(words)}\n`;
  const head = findByExtension(extension)?.drafts.sampleHead ?? '';
  const closing = comment.closing === '' ? '' : ` ${comment.closing}`;
  return `${head}${comment.openings[0]!.trimEnd()} ${words}${closing}\n`;
}
