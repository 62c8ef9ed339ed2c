// A language tag → the direction of its text.

/** Right-to-left scripts. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

/** Decides by the script in the tag, else by the usual script of the language. */
export function isRightToLeft(lang: string): boolean {
  return rightToLeft.has(new Intl.Locale(lang).maximize().script ?? '');
}
