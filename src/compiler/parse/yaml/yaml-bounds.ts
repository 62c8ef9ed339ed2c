// Finds YAML that is nested too deeply to parse. The nesting is counted in the text, because the parser is recursive.

import { Lexer } from 'yaml';

/**
 * The offset at which the nesting certainly exceeds `limit`, or undefined. Lists that begin at the column of their key
 * are not counted here; `parse-yaml.ts` counts them exactly. Texts that would overflow the parser are always found.
 */
export function findDeepCollection(text: string, limit: number): number | undefined {
  return isCertainlyShallow(text, limit) ? undefined : scanTokens(text, limit);
}

/** Whether a quick upper bound of the nesting is below `limit`: the deepest indentation plus the most open brackets. */
function isCertainlyShallow(text: string, limit: number): boolean {
  let open = 0;
  let maxOpen = 0;
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
    if (code === 91 || code === 123) maxOpen = Math.max(maxOpen, ++open);
    else if ((code === 93 || code === 125) && open > 0) open--;
  }
  return deepestIndent + maxOpen < limit;
}

function scanTokens(text: string, limit: number): number | undefined {
  /** The start columns of the open block collections. */
  const columns: number[] = [];
  let flow = 0;
  let offset = 0;
  let column = 0;
  let isLineStart = true;
  /** The place where a key may begin. It opens a collection if a `:` follows. */
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
