// A `<` in text that does not begin a tag, or begins a tag with a mistake.

import { inLine } from './in-line.ts';
import type { MdxMistake } from './mdx-mistake.ts';
import { readClosing, readGeneric, visible } from './tags.ts';

export function readAngle(body: string, start: number, at: number, reason: string): MdxMistake {
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

function nameOf(tag: string): string {
  return visible(/^<([^\s/>]*)/.exec(tag)?.[1] ?? '');
}
