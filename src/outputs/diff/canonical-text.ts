// A text of a reference as it is compared: in one notation, without white space at its ends.

import type { ReferenceText } from '../export/index.ts';

export function canonicalText(text: Pick<ReferenceText, 'text' | 'canonical'> | undefined): string | undefined {
  return text && (text.canonical ?? text.text.trim());
}
