/** Number of byte order marks at the start of a text. Markdown's parser skips one without counting it in offsets. */
export function countByteOrderMarks(text: string): number {
  let count = 0;
  while (text.charCodeAt(count) === 0xfeff) count++;
  return count;
}
