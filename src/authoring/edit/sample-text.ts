// A language → the smallest file that its compiler or interpreter accepts, with a comment that tells the author what to
// write.

import { commentSyntaxOf, findByExtension } from '../../compiler/languages/index.ts';
import type { Language } from '../../compiler/model/index.ts';

/**
 * The text of a new sample.
 * @param subject the thing to show, for the comment
 */
export function sampleText({ label, extensions }: Language, subject: string): string {
  const words = `Show ${subject} in ${label} here.`;
  const extension = extensions[0]!;
  const comment = commentSyntaxOf(extension);
  // A format without comments is JSON: the text is a JSON string.
  if (comment === undefined) return `${JSON.stringify(words)}\n`;
  const head = findByExtension(extension)?.drafts.sampleHead ?? '';
  const closing = comment.closing === '' ? '' : ` ${comment.closing}`;
  return `${head}${comment.openings[0]!.trimEnd()} ${words}${closing}\n`;
}
