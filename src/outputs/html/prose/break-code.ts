// Long inline code → the same with line break opportunities between the parts of a name, not inside a word.

import type { InlineCode } from 'mdast';
import { partsOfName } from '../../../compiler/text/index.ts';

export function breakCode(code: InlineCode): InlineCode {
  const parts = partsOfName(code.value);
  if (parts.length === 1) return code;
  const hChildren = parts.flatMap((value, i) => [...(i === 0 ? [] : [place]), { type: 'text' as const, value }]);
  return { ...code, data: { ...code.data, hChildren } };
}

const place = { type: 'element' as const, tagName: 'wbr', properties: {}, children: [] };
