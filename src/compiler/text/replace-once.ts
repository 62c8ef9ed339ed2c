/**
 * Replaces a text that occurs once in another one.
 * @throws an error if it does not occur exactly once
 */
export function replaceOnce(text: string, old: string, now: string): string {
  const at = text.indexOf(old);
  if (at < 0 || text.includes(old, at + 1)) throw new Error(`The text does not contain ${old} once.`);
  return text.slice(0, at) + now + text.slice(at + old.length);
}
