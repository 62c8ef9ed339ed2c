// Blanks the code in fences, for limits that are counted in the text: fenced code takes the Markdown parser no time.

/**
 * Returns the text with spaces instead of the code in fences. Offsets and lines stay the same. Only certain fences
 * count: those at the start of a line, up to the first line after which fences are uncertain (indented fences, tags,
 * expressions).
 */
export function withoutFences(text: string): string {
  if (!/^(?:```|~~~)/m.test(text)) return text;
  const line = /([^\r\n]*)(?:\r\n|\n|\r|$)/y;
  let blanked = '';
  let from = 0;
  /** The mark of the open fence. */
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
      const [, indent = '', close = ''] = /^([ \t]+)(`{3,}|~{3,})[ \t]*$/.exec(words) ?? [];
      if (close.startsWith(mark)) {
        // Marks that are indented further close a fence in MDX, and are code in Markdown.
        if (!/^ {1,3}$/.test(indent)) break;
        mark = undefined;
      }
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
