// Long inline code → the same with line break opportunities between the parts of a name, not inside a word.

import type { InlineCode } from 'mdast';

/** Code up to this many characters is not changed. */
const short = 24;
/**
 * Matches after the separators of names and paths, and before a capital letter, like `partsOfName` of the templates.
 */
const seams = /(?<=[._\\/:#])|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u;

export function breakCode(code: InlineCode): InlineCode {
  if (code.value.length <= short) return code;
  const parts = code.value.split(seams);
  const hChildren = parts.flatMap((value, i) => [...(i === 0 ? [] : [place]), { type: 'text' as const, value }]);
  return { ...code, data: { ...code.data, hChildren } };
}

const place = { type: 'element' as const, tagName: 'wbr', properties: {}, children: [] };
