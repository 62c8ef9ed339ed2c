// Tags that are not closed, closing tags without an opening tag, and types in prose that look like tags.

import type { Range } from '../../../source/index.ts';
import type { MdxMistake } from './mdx-mistake.ts';

/** HTML elements without a closing tag. */
const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

export function readUnclosedTag(body: string, opening: Range, reason: string): MdxMistake {
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
      ? `Close \`<${name}>\` before the tag around it.`
      : `Write ${close} where it ends${isPlain ? `, or \`\\<${name}>\` for the characters themselves` : ''}.`,
  };
}

function replaceVoid(name: string, written: string): string {
  const src = /\bsrc\s*=\s*["']([^"']*)["']/.exec(written)?.[1];
  if (name.toLowerCase() === 'img') return `Write it in Markdown: \`![text](${src ?? 'address'})\`.`;
  if (name.toLowerCase() === 'hr') return 'Write `---` on a line of its own.';
  return `Write \`${written.replace(/\s*>$/, '')} />\`.`;
}

export function readClosing(start: number, written: string, name: string): MdxMistake {
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
export function readGeneric(body: string, start: number): MdxMistake | undefined {
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

/** A name without invisible characters, which have findings of their own. */
export function visible(name: string): string {
  return name.replace(/[^\p{L}\p{M}\p{N}.:$_-]/gu, '');
}
