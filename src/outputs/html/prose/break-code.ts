// Long inline code → the same with places where it may break: where the parts of a name meet, not inside a word.

import type { InlineCode } from 'mdast';

/** Code up to this many characters is left as it is. */
const short = 24;
/** Behind the separators of names and paths, and before a capital letter. As `partsOfName` of the templates. */
const seams = /(?<=[._\\/:#])|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u;

export function breakCode(code: InlineCode): InlineCode {
  if (code.value.length <= short) return code;
  const parts = code.value.split(seams);
  const hChildren = parts.flatMap((value, i) => [...(i === 0 ? [] : [place]), { type: 'text' as const, value }]);
  return { ...code, data: { ...code.data, hChildren } };
}

const place = { type: 'element' as const, tagName: 'wbr', properties: {}, children: [] };
