// Names from files for use in messages: in backticks, with control characters escaped, and shortened to 80 characters.

const maxLength = 80;

/** A name or value for a message: `` `name` ``. */
export function quote(text: string): string {
  return `\`${shorten(escapeControls(text))}\``;
}

/** Several names for a message: `` `a`, `b` and `c` ``. Names after the first `max` are only counted. */
export function quoteAll(texts: readonly string[], max = 8): string {
  const shown = texts.slice(0, max).map(quote);
  if (texts.length > max) return `${shown.join(', ')} and ${texts.length - max} more`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/**
 * Writes control, bidirectional and invisible characters and noncharacters as `\u{…}`, so that a terminal shows them
 * and does not act on them.
 */
export function escapeControls(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\p{NChar}]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= maxLength ? text : `${characters.slice(0, maxLength - 1).join('')}…`;
}
