// Fenced code as blank lines, for bounds that count on the text: code costs the Markdown parser nothing.

/**
 * The text with spaces in place of the code in fences; offsets and lines stay. Only fences that certainly are some count:
 * those that begin a line, down to the first line that may make the others uncertain (indented fences, tags, expressions).
 */
export function withoutFences(text: string): string {
  if (!/^(?:```|~~~)/m.test(text)) return text;
  const line = /([^\r\n]*)(?:\r\n|\n|\r|$)/y;
  let blanked = '';
  let from = 0;
  let mark: string | undefined;
  for (let at = 0; at < text.length;) {
    line.lastIndex = at;
    const [whole, words] = line.exec(text) as unknown as [string, string];
    const found = /^(`{3,}(?=[^`]*$)|~{3,})(.*)/.exec(words);
    if (mark === undefined) {
      if (isUncertain(words, found !== null)) break;
      mark = found?.[1];
    } else if (found?.[1]!.startsWith(mark) && found[2]!.trim() === '') {
      mark = undefined;
    } else if (/^[ \t]+(?:```|~~~)/.test(words)) {
      // An indented mark may close the fence.
      const [, close = ''] = /^[ ]{1,3}(`{3,}|~{3,})[ \t]*$/.exec(words) ?? [];
      if (close.startsWith(mark)) mark = undefined;
    } else {
      blanked += text.slice(from, at) + ' '.repeat(words.length);
      from = at + words.length;
    }
    at += whole.length;
  }
  return blanked + text.slice(from);
}

function isUncertain(line: string, isFence: boolean): boolean {
  return !isFence && (/```|~~~/.test(line) || /^[ \t>]*(?:[<{]|import\b|export\b)/.test(line));
}
