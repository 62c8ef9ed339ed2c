// Finds parts of prose that look like code but are not marked as code. Straight marks are kept there.

/** Decides by offset which marks of a text are kept. */
export interface CodeStretches {
  /** Whether all marks are kept: options with values, calls, lists of strings, paths. */
  isCode(at: number): boolean;
  /** Whether `--` and `...` are kept: code, and words such as `--no-cache`, `-abc` or `shop.example.com`. */
  isName(at: number): boolean;
}

const code = 2;
const name = 1;

/** Finds the parts of a text that look like code, in linear time. */
export function findCodeStretches(text: string): CodeStretches {
  const kinds = new Uint8Array(text.length);
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    const kind = kindOfWord(word);
    if (kind === 0) continue;
    const [start, end] = coreOf(word);
    kinds.fill(kind, index + start, index + end);
  }
  for (const { start, end } of findCodeBrackets(text)) kinds.fill(code, start, end);
  return { isCode: (at) => kinds[at] === code, isName: (at) => kinds[at] !== 0 };
}

/** A word without the quotes, brackets and punctuation around it: those belong to the sentence. */
function coreOf(word: string): readonly [start: number, end: number] {
  let start = 0;
  let end = word.length;
  while (start < end && '"\'(['.includes(word[start]!)) start++;
  while (end > start && '"\')].,;:!?'.includes(word[end - 1]!)) end--;
  return [start, end];
}

const isCodeWord = /[=\\{}<>$|`]|\w_\w|::|:\/\/|^["'([]*[.~]{0,2}\//;
const isNameWord = /^["'([]*(?:-{1,2}[^\s-]|xn--)|\w\.\w/;

function kindOfWord(word: string): number {
  if (isCodeWord.test(word)) return code;
  return isNameWord.test(word) ? name : 0;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Brackets with code inside: `{…}`, a list that begins with a string, and brackets directly after a name. */
function* findCodeBrackets(text: string): Generator<{ readonly start: number; readonly end: number }> {
  const open: { readonly at: number; readonly end: string; readonly isCode: boolean }[] = [];
  let codeDepth = 0;
  for (const { index, 0: bracket } of text.matchAll(/[()[\]{}]/g)) {
    const end = closing[bracket];
    if (end !== undefined) {
      const isCall = bracket !== '{' && /[\w\ufffc]/.test(text[index - 1] ?? '');
      const isList = bracket === '[' && /["'{[]/.test(text[index + 1] ?? '');
      const isCode = bracket === '{' || isCall || isList;
      open.push({ at: index, end, isCode });
      if (isCode) codeDepth++;
    } else if (open.at(-1)?.end === bracket) {
      const { at, isCode } = open.pop()!;
      if (isCode) codeDepth--;
      // Outer brackets with code cover this one.
      if (isCode && codeDepth === 0) yield { start: at, end: index + 1 };
    }
  }
}
