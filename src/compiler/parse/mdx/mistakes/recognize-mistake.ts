// An error of the MDX parser → the mistake of the author: its range in the body, the problem in plain words, the text
// to write instead, and the ranges to leave out so that the rest of the body can be parsed for further mistakes.

import type { Range } from '../../../source/index.ts';
import { findLastTag, findOpenBrace } from '../find-braces.ts';
import { readAngle } from './angles.ts';
import { readBrace } from './braces.ts';
import type { MdxMistake } from './mdx-mistake.ts';
import { readUnclosedTag } from './tags.ts';

/**
 * Recognizes a mistake.
 * @param reason the message of the parser
 * @param at the offset of the error in the body
 * @param opening the opening tag that the error names, if any
 * @returns undefined if the mistake is not recognized
 */
export function recognizeMistake(
  body: string,
  reason: string,
  at: number,
  opening: Range | undefined,
): MdxMistake | undefined {
  if (/import\/exports/.test(reason)) return readModule(body, at);
  if (opening !== undefined) return readUnclosedTag(body, opening, reason);
  const hidden = readHidden(body, at);
  if (hidden) return hidden;
  if (/expression|acorn/.test(reason)) {
    const isOpenToEnd = /end of file/.test(reason);
    const brace = findOpenBrace(body, isOpenToEnd ? body.length : at);
    return brace === undefined ? undefined : readBrace(body, brace, isOpenToEnd);
  }
  const quote = /closing quote `(["'])`/.exec(reason)?.[1];
  const start = body.lastIndexOf('<', quote === undefined ? at : body.lastIndexOf(quote, at));
  return start < 0 ? undefined : readAngle(body, start, at, reason);
}

/** An error inside `<style>` or `<script>`, where MDX reads braces as expressions. */
function readHidden(body: string, at: number): MdxMistake | undefined {
  const start = findLastTag(body, ['style', 'script'], at);
  if (start === undefined) return undefined;
  const name = body.startsWith('<style', start) ? 'style' : 'script';
  if (body.slice(start, at).includes(`</${name}`)) return undefined;
  const close = body.indexOf(`</${name}>`, at);
  const end = close < 0 ? body.length : close + name.length + 3;
  return { start, end: start + name.length + 1, hidden: name, leaveOut: [{ start, end }] };
}

function readModule(body: string, at: number): MdxMistake {
  const start =
    [...body.slice(0, at).matchAll(/^(?:import|export)\b/gm)].at(-1)?.index ?? body.lastIndexOf('\n', at - 1) + 1;
  const word = /^\s*(\w+)/.exec(body.slice(start))?.[1] ?? 'import';
  const [line] = /^[^\r\n]*/.exec(body.slice(start))!;
  const isCode = /['"{}=*]/.test(line);
  // MDX reads all lines up to an empty one as one piece of code.
  const block = /\r?\n[ \t]*\r?\n|$/.exec(body.slice(start))!;
  return {
    start,
    end: start + line.length,
    leaveOut: [{ start, end: start + block.index }, ...(isCode ? modulesIn(body) : [])],
    problem: `a line that begins with \`${word}\` is read as code`,
    hint: isCode ? 'Remove the line: components need no import.' : `Begin the line with another word than \`${word}\`.`,
  };
}

/** All lines that are imports or exports. They are reported as one mistake. */
function modulesIn(body: string): readonly Range[] {
  return [...body.matchAll(/^(?:import|export)\b[^\r\n]*['"{}=*][^\r\n]*/gm)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}
