// The lines in which a missing bracket, or a missing `end`, may be reported: where the unclosed part begins.

const closings: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Lines of the brackets that a change leaves without a partner, by nesting of their own kind.
 * @param at where the two texts begin to differ
 */
export function linesOfOpenings(text: string, changed: string, at: number): readonly number[] {
  const lost = text.slice(at, text.length - commonEnd(text, changed, at));
  const lines: number[] = [];
  // In Ruby, `end` closes a block that a keyword opens.
  const words = lost.includes('end')
    ? [...text.slice(0, at).matchAll(/\b(?:begin|case|class|def|do|if|module|unless|while)\b/g)]
    : [];
  if (words.length > 0) lines.push(text.slice(0, words.at(-1)!.index).split('\n').length);
  for (const [opening, closing] of Object.entries(closings)) {
    if (!lost.includes(closing)) continue;
    const open: number[] = [];
    for (let i = 0; i < changed.length; i++) {
      if (changed[i] === opening) open.push(i);
      else if (changed[i] === closing) open.pop();
    }
    // Also the bracket that the missing one closed: a parser may find it by the indentation.
    const before: number[] = [];
    for (let i = 0; i < at; i++) {
      if (text[i] === opening) before.push(i);
      else if (text[i] === closing) before.pop();
    }
    for (const offset of [...open, before.at(-1)]) {
      if (offset !== undefined && offset < at) lines.push(text.slice(0, offset).split('\n').length);
    }
  }
  return lines;
}

function commonEnd(a: string, b: string, from: number): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) - from && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

/** The line on which the object around an offset opens. */
export function lineOfObject(text: string, at: number): number {
  const open: number[] = [];
  for (let i = 0; i < at; i++) {
    if (text[i] === '{') open.push(i);
    else if (text[i] === '}') open.pop();
  }
  return text.slice(0, open.at(-1) ?? 0).split('\n').length;
}
