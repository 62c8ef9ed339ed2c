// Whether YAML is shallow enough to be parsed: looked at as text, since the parser recurses into what it reads.

import { Lexer } from 'yaml';

/**
 * Offset at which the nesting certainly passes `limit`, or undefined. May let a text pass whose lists begin at
 * their key's column (the exact count is made on the parsed data); never lets one pass that endangers the parser.
 */
export function findDeepCollection(text: string, limit: number): number | undefined {
  return isCertainlyShallow(text, limit) ? undefined : scanTokens(text, limit);
}

/** A quick upper bound: the deepest indentation plus all brackets that may be open at once. */
function isCertainlyShallow(text: string, limit: number): boolean {
  let open = 0;
  let mostOpen = 0;
  let deepestIndent = 0;
  let column = 0;
  let isIndent = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      column = 0;
      isIndent = true;
      continue;
    }
    column++;
    // Spaces and dashes at the start of a line are the only ways to open block levels before its first key.
    if (isIndent && code !== 32 && code !== 45 && code !== 63 && code !== 58) {
      isIndent = false;
      deepestIndent = Math.max(deepestIndent, column);
    }
    if (code === 91 || code === 123) mostOpen = Math.max(mostOpen, ++open);
    else if ((code === 93 || code === 125) && open > 0) open--;
  }
  return deepestIndent + mostOpen < limit;
}

function scanTokens(text: string, limit: number): number | undefined {
  /** Columns at which the block collections that are open began. */
  const columns: number[] = [];
  let flow = 0;
  let offset = 0;
  let column = 0;
  let isLineStart = true;
  /** Where a key may begin: a collection once a `:` follows. */
  let key: { readonly column: number; readonly offset: number } | undefined;
  for (const token of new Lexer().lex(text)) {
    if (token === '\u0002' || token === '\u0018' || token === '\u001f') continue;
    let opened: number | undefined;
    if (flow === 0 && !/^\s*$/.test(token)) {
      if (isLineStart) {
        while (columns.length > 0 && columns.at(-1)! > column) columns.pop();
        key = { column, offset };
      }
      const begin = token === '-' || token === '?' ? { column, offset } : token === ':' ? key : undefined;
      if (begin !== undefined && (columns.at(-1) ?? -1) < begin.column) {
        columns.push(begin.column);
        opened = begin.offset;
      }
      isLineStart = token === '-' || token === '?';
    }
    if (token === '[' || token === '{') flow++;
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    if (columns.length + flow > limit) return opened ?? offset;
    offset += token.length;
    const lastBreak = Math.max(token.lastIndexOf('\n'), token.lastIndexOf('\r'));
    column = lastBreak < 0 ? column + token.length : token.length - lastBreak - 1;
    isLineStart ||= lastBreak >= 0;
  }
  return undefined;
}
