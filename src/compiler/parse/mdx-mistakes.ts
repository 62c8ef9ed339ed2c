// An error of the MDX parser → the mistake of the author: its range in the body, the problem in plain words, the text
// to write instead, and the ranges to leave out so that the rest of the body can be parsed for further mistakes.

import { replaceDirective } from '../diagnostics/index.ts';
import type { Range } from '../source/index.ts';
import { findLastTag, findOpenBrace, matchingBrace } from './find-braces.ts';

/** A mistake. `start` and `end` are offsets of the body. */
export interface MdxMistake extends Range {
  readonly problem?: string;
  readonly hint?: string;
  /** Set for `{#slug}` after a heading. */
  readonly foreignId?: { readonly heading: string; readonly slug: string };
  /** Set for a heading's `{{ … }}` that is not well-formed. */
  readonly isAnnotation?: true;
  /** Set for an element that a page leaves out. */
  readonly hidden?: 'style' | 'script';
  /** Ranges to leave out in addition to the mistake itself. */
  readonly leaveOut?: readonly Range[];
  /** Name of an opening tag that is left out. Its closing tag is not reported as a further mistake. */
  readonly opens?: string;
  /** Name of a closing tag without an opening tag. */
  readonly closes?: string;
}

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

/** HTML elements without a closing tag. */
const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

function readUnclosedTag(body: string, opening: Range, reason: string): MdxMistake {
  const written = body.slice(opening.start, opening.end);
  const name = /^<([^\s/>]*)/.exec(written)![1]!;
  const closing = reason.includes('Unexpected closing tag') ? body.indexOf(`</${name}>`, opening.end) : -1;
  const partner = closing < 0 ? { opens: name } : { leaveOut: [{ start: closing, end: closing + name.length + 3 }] };
  const generic = readGeneric(body, opening.start);
  if (generic) return generic;
  if (voidElements.has(name.toLowerCase())) {
    return { ...opening, ...partner, problem: `\`<${name}>\` is not closed`, hint: replaceVoid(name, written) };
  }
  const isPlain = written === `<${name}>` && !/^[A-Z]/.test(name);
  const close = name === '' ? '`</>`' : `\`</${name}>\``;
  return {
    ...opening,
    ...partner,
    hint: partner.leaveOut
      ? 'Close the tag that was opened last first.'
      : `Write ${close} where it ends${isPlain ? `, or \`\\<${name}>\` for the characters themselves` : ''}.`,
  };
}

function replaceVoid(name: string, written: string): string {
  const src = /\bsrc\s*=\s*["']([^"']*)["']/.exec(written)?.[1];
  if (name.toLowerCase() === 'img') return `Write it in Markdown: \`![text](${src ?? 'address'})\`.`;
  if (name.toLowerCase() === 'hr') return 'Write `---` on a line of its own.';
  return `Write \`${written.replace(/\s*>$/, '')} />\`.`;
}

function readBrace(body: string, start: number, isOpenToEnd: boolean): MdxMistake {
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

function inLine(written: string): string {
  return written.length > 60 || /[\r\n`]/.test(written)
    ? `${written.replace(/[\r\n`][^]*/, '').slice(0, 40)}…`
    : written;
}

function readAngle(body: string, start: number, at: number, reason: string): MdxMistake {
  const rest = body.slice(start, start + 2000);
  const comment = /^<!--([^]*?)-->/.exec(rest);
  if (rest.startsWith('<!--')) {
    const end = start + (comment?.[0].length ?? 4);
    const words = inLine(comment?.[1]!.trim() ?? 'text');
    return {
      start,
      end,
      problem: 'HTML comments are not allowed',
      hint: `Write a comment as \`{/* ${words.endsWith('…') ? 'text' : words} */}\`.`,
    };
  }
  const declaration = /^<[!?][^>]*>/.exec(rest)?.[0];
  if (declaration)
    return {
      start,
      end: start + declaration.length,
      problem: `\`${inLine(declaration)}\` has no effect in Stele`,
      hint: 'Remove it.',
    };
  const address = /^<((?:[a-z][a-z+.-]*:)[^\s<>]+)>/i.exec(rest);
  if (address) {
    const hint = `Write \`[text](${address[1]})\`, or the address without brackets: \`${address[1]}\`.`;
    return { start, end: start + address[0].length, problem: 'an address in angle brackets is read as a tag', hint };
  }
  const mail = /^<([^\s<>@]+@[^\s<>@]+)>/.exec(rest);
  if (mail) {
    const hint = `Write \`[${mail[1]}](mailto:${mail[1]})\`, or the address without brackets.`;
    return { start, end: start + mail[0].length, problem: 'an address in angle brackets is read as a tag', hint };
  }
  const generic = readGeneric(body, start);
  if (generic) return generic;
  const closing = /^<\/([^\s>]*)\s*>/.exec(rest);
  if (closing) return readClosing(start, closing[0], closing[1]!);
  const value = /before attribute value/.test(reason) ? /([\w:-]+)\s*=\s*$/.exec(body.slice(start, at)) : null;
  if (value) {
    const word = /^[^\s<>"'{}]*/.exec(body.slice(at))![0];
    const end = /^[^>\r\n]*>?/.exec(rest)![0].length;
    return {
      start,
      end: start + end,
      opens: nameOf(rest),
      problem: `the value of \`${value[1]}\` has no quotes`,
      hint: `Write \`${value[1]}="${word}"\`.`,
    };
  }
  if (/closing quote/.test(reason)) {
    const [tag] = /^[^\r\n]*/.exec(rest)!;
    return {
      start,
      end: start + tag.length,
      opens: nameOf(rest),
      problem: 'the quote in this tag is not closed',
      hint: 'Close the quote.',
    };
  }
  const [token] = /^<[^\s<>]*/.exec(rest)!;
  const follows = rest[1] ?? '';
  const problem = /^[A-Za-z$_]|^$/.test(follows)
    ? 'the tag that begins here is not finished'
    : `\`<\` begins a tag, but \`${follows}\` cannot follow it`;
  // If the cause is an invisible character, the range includes it.
  const isInvisible = /^[^\P{C}\s]$/u.test(body[at] ?? '');
  const end = Math.max(start + token.length, isInvisible ? at + 1 : 0);
  return {
    start,
    end,
    opens: nameOf(token),
    problem,
    hint: `Write \`\\${inLine(token)}\` for the characters themselves.`,
  };
}

/** A name without invisible characters, which have findings of their own. */
function visible(name: string): string {
  return name.replace(/[^\p{L}\p{M}\p{N}.:$_-]/gu, '');
}

function nameOf(tag: string): string {
  return visible(/^<([^\s/>]*)/.exec(tag)?.[1] ?? '');
}

function readClosing(start: number, written: string, name: string): MdxMistake {
  const end = start + written.length;
  if (voidElements.has(name.toLowerCase()))
    return { start, end, problem: `\`<${name}>\` needs no closing tag`, hint: `Write \`<${name} />\`.` };
  return {
    start,
    end,
    closes: visible(name),
    problem: `\`${written}\` has no opening tag`,
    hint: `Remove it, or write \`<${name}>\` where it begins.`,
  };
}

/** Elements that may directly follow a word. Other names after a word are probably type parameters. */
const inlineElements: ReadonlySet<string> = new Set([
  ...voidElements,
  ...'a b code del em i ins kbd mark s small span strong sub sup u'.split(' '),
]);

/** A type with parameters in prose: `List<String>`. */
function readGeneric(body: string, start: number): MdxMistake | undefined {
  const name = /[A-Za-z_][\w.]*$/.exec(body.slice(Math.max(0, start - 80), start))?.[0];
  const parameters = /^<[^\r\n`]{0,200}/.exec(body.slice(start))![0];
  if (name === undefined) return undefined;
  let depth = 0;
  for (let i = 0; i < parameters.length; i++) {
    if (parameters[i] === '<') depth++;
    else if (parameters[i] === '>' && --depth === 0) {
      const written = name + parameters.slice(0, i + 1);
      if (
        /^<(?:[\w.?,[\]|&{}:;<>"'-]|[,:;] | \| | & | extends | super )*>$/.test(parameters.slice(0, i + 1)) &&
        !inlineElements.has(parameters.slice(1, i))
      ) {
        return {
          start,
          end: start + i + 1,
          problem: `\`${written}\` is read as a tag`,
          hint: `Write it as code: \`\` \`${written}\` \`\`.`,
        };
      }
      return undefined;
    }
  }
  return undefined;
}
