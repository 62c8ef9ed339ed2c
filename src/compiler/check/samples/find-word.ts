// Words in code, found by plain search: a name that an author wrote is never part of an expression, and a long one takes
// no longer.

const isPart = (character: string | undefined): boolean => character !== undefined && /\w/.test(character);

/**
 * Whether a text holds a word as a whole, or with one of some endings.
 * @param isBegun says whether the word may begin behind a character; without it, behind all that are no part of a word
 */
export function hasWord(
  text: string,
  word: string,
  {
    endings = [''],
    isBegun = (before?: string) => !isPart(before),
  }: { endings?: readonly string[]; isBegun?: (before?: string) => boolean } = {},
): boolean {
  if (word === '') return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const isEnded = endings.some((ending) => text.startsWith(ending, end) && !isPart(text[end + ending.length]));
    if (isEnded && isBegun(text[at - 1])) return true;
  }
  return false;
}

/** Whether a text consists of parts in their order, with anything between them. */
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
