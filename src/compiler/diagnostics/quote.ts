// Names from files as they stand in messages: in backticks, control characters as escapes, never longer than a line.

const longest = 80;

/** A name or value for a message: `` `name` ``. */
export function quote(text: string): string {
  return `\`${shorten(escapeControls(text))}\``;
}

/** Several names for a message: `` `a`, `b` and `c` ``; of many the first ones. */
export function quoteAll(texts: readonly string[], most = 8): string {
  const shown = texts.slice(0, most).map(quote);
  if (texts.length > most) return `${shown.join(', ')} and ${texts.length - most} more`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** Control, bidirectional and invisible characters as `\u{…}`, so that a terminal shows them and is not moved by them. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
