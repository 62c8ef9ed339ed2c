// Braces in text that MDX cannot read as an expression.

import { replaceDirective } from '../../../diagnostics/index.ts';
import { matchingBrace } from '../find-braces.ts';
import { inLine } from './in-line.ts';
import type { MdxMistake } from './mdx-mistake.ts';

export function readBrace(body: string, start: number, isOpenToEnd: boolean): MdxMistake {
  const end = (isOpenToEnd ? undefined : matchingBrace(body, start)) ?? start + (body[start + 1] === '{' ? 2 : 1);
  const written = body.slice(start, end);
  const tag = /<([A-Za-z][\w.]*)[^<>]*=\s*$/.exec(body.slice(Math.max(0, start - 500), start));
  const [rest] = /^[^>\r\n]*>?/.exec(body.slice(start))!;
  const around = tag ? { leaveOut: [{ start: start - tag[0].length, end: start + rest.length }], opens: tag[1]! } : {};
  const heading = /(?:^|[\r\n])[ \t]*(#{1,6}[ \t]+[^\r\n]*)$/.exec(body.slice(Math.max(0, start - 500), start))?.[1];
  const attributes = /^\{:?[ \t]*([#.][^{}]*)\}$/.exec(written)?.[1];
  if (attributes !== undefined) {
    const slug = (/#([^\s.#}]+)/.exec(attributes)?.[1] ?? '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    if (heading !== undefined) return { start, end, foreignId: { heading: heading.trim(), slug } };
    return { start, end, problem: `text has no attributes such as \`${written}\``, hint: 'Remove it.' };
  }
  const directive = /^\{%-?[ \t]*([A-Za-z][\w-]*)|^\{\{[<%][ \t]*\/?([A-Za-z][\w-]*)/.exec(written);
  if (directive) {
    const name = (directive[1] ?? directive[2])!.toLowerCase();
    return { start, end, problem: `\`${inLine(written)}\` has no effect in Stele`, hint: replaceDirective(name, true) };
  }
  if (heading !== undefined && written.startsWith('{{')) {
    const [line] = /^[^\r\n]*/.exec(body.slice(start))!;
    return { start, end: Math.max(end, start + line.trimEnd().length), isAnnotation: true };
  }
  if (isOpenToEnd) {
    return {
      start,
      end,
      ...around,
      problem: 'the brace that opens here is not closed',
      hint: 'Write `}` where it ends, or `\\{` for the character itself.',
    };
  }
  return {
    start,
    end,
    ...around,
    problem: 'the text in braces is not an expression',
    hint: `Write \`${inLine(escapeBraces(written))}\` for the characters themselves.`,
  };
}

/** Escapes braces. MDX reads `\{` as text, and a single `}` too. */
function escapeBraces(written: string): string {
  return written.replaceAll('{', '\\{');
}
