// Finds words in code by plain text search. Names of authors are never put into a regular expression: they may contain
// its special characters, and long ones would be slow.

const isWordCharacter = (character: string | undefined): boolean => character !== undefined && /\w/.test(character);

/**
 * Whether a text contains a word as a whole, optionally followed by one of `endings`.
 * @param mayFollow whether the word may follow this character; the default: every character that is not part of a word
 */
export function hasWord(
  text: string,
  word: string,
  {
    endings = [''],
    mayFollow = (before?: string) => !isWordCharacter(before),
  }: { endings?: readonly string[]; mayFollow?: (before?: string) => boolean } = {},
): boolean {
  if (word === '') return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const isEnded = endings.some(
      (ending) => text.startsWith(ending, end) && !isWordCharacter(text[end + ending.length]),
    );
    if (isEnded && mayFollow(text[at - 1])) return true;
  }
  return false;
}

/** Whether a text begins with the first part, ends with the last one, and contains all parts in this order. */
export function hasParts(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
