// A language tag → the direction of its text.

/** Right-to-left scripts. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

/** Decides by the script in the tag, else by the usual script of the language. */
export function isRightToLeft(lang: string): boolean {
  const known = directions.get(lang) ?? rightToLeft.has(new Intl.Locale(lang).maximize().script ?? '');
  directions.set(lang, known);
  return known;
}

/** Answers by language tag: every page asks for that of its site. */
const directions = new Map<string, boolean>();
