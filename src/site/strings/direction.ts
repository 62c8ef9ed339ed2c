// A language tag → the direction that its text runs in.

/** Scripts that run from right to left. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

/** By the script that the tag names, or that its language is usually written in. */
export function isRightToLeft(lang: string): boolean {
  return rightToLeft.has(new Intl.Locale(lang).maximize().script ?? '');
}
