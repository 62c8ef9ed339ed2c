// Code with a syntax error → the bracket or quote that was probably forgotten. Parsers report where they stopped, which
// may be the end of the file; the indentation shows where the mistake is.

import type { SyntaxFault } from '../../compiler/model/index.ts';
import type { LexicalSyntax } from '../../compiler/languages/index.ts';
import { characterProblem } from './literal-faults.ts';
import { scanCode } from './scan-code.ts';

/** Longer texts are not searched, since the search could take longer than the parser. */
const longestText = 100_000;

const closings: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** A bracket, quote, comment or here-document without a partner. */
export interface Imbalance extends SyntaxFault {
  /**
   * Offset of a closing bracket without an opening one; absent for other faults. The place of the missing bracket is a
   * guess.
   */
  readonly closing?: number;
  /** Whether the indentation shows which line lacks the opening bracket. */
  readonly isIndented: boolean;
}

/** The first bracket or quote without a partner; undefined if all are balanced. */
export function findImbalance(text: string, lexicalSyntax: LexicalSyntax): Imbalance | undefined {
  if (text.length > longestText) return undefined;
  const { brackets, openString, openDocument, openComment, wrongCharacter } = scanCode(text, lexicalSyntax);
  if (openComment !== undefined) {
    const range = { start: openComment, end: openComment + 2 };
    return { problem: 'the comment that `/*` opens here is not closed', range, isIndented: false };
  }
  if (openDocument) {
    const { at, name } = openDocument;
    return {
      problem: `the here-document that \`${name}\` opens here is not closed`,
      range: { start: at, end: at + 3 },
      isIndented: false,
    };
  }
  if (wrongCharacter) {
    const problem = characterProblem(text.slice(wrongCharacter.start, wrongCharacter.end));
    return { problem, range: wrongCharacter, isIndented: false };
  }
  if (openString === undefined) return new Brackets(text).find(brackets);
  const problem = `the string that \`${text[openString]}\` opens here is not closed`;
  return { problem, range: { start: openString, end: openString + 1 }, isIndented: false };
}

interface Opening {
  readonly at: number;
  readonly line: Line;
}

interface Line {
  readonly start: number;
  readonly indent: number;
}

class Brackets {
  readonly #text: string;
  readonly #open: Opening[] = [];
  /** A fault that the indentation suggests. It is reported only if the brackets are not balanced. */
  #suspect: Imbalance | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  find(brackets: readonly number[]): Imbalance | undefined {
    for (const at of brackets) {
      const line = lineOf(this.#text, at);
      if ('([{'.includes(this.#text[at]!)) this.#open.push({ at, line });
      else {
        const fault = this.#close(at, line);
        if (fault) return this.#suspect ?? fault;
      }
    }
    const last = this.#open.at(-1);
    return last && (this.#suspect ?? this.#unclosed(last));
  }

  #close(at: number, line: Line): Imbalance | undefined {
    const top = this.#open.at(-1);
    const character = this.#text[at]!;
    const isFirst = at === line.start + line.indent;
    if (top && closings[this.#text[top.at]!] === character) {
      this.#open.pop();
      if (isFirst && top.line.start !== line.start && this.#suspect === undefined) {
        if (line.indent < top.line.indent) this.#suspect = this.#unclosed(top);
        else if (line.indent > top.line.indent) this.#suspect = this.#unopened(at, line);
      }
      return undefined;
    }
    const match = this.#open.findLastIndex(
      (opening) =>
        closings[this.#text[opening.at]!] === character &&
        (isFirst ? opening.line.indent === line.indent : opening.line.start === line.start),
    );
    if (match >= 0) return this.#unclosed(this.#open[match + 1]!);
    return isFirst ? this.#unopened(at, line) : this.#stray(at);
  }

  #unclosed({ at }: Opening): Imbalance {
    const problem = `the \`${this.#text[at]}\` that opens here is not closed`;
    return { problem, range: { start: at, end: at + 1 }, isIndented: true };
  }

  #stray(at: number): Imbalance {
    const problem = `the \`${this.#text[at]}\` has no opening bracket`;
    return { problem, range: { start: at, end: at + 1 }, closing: at, isIndented: false };
  }

  /**
   * A closing bracket at the start of a line belongs to a line above with the same indentation: its opening bracket is
   * missing there.
   */
  #unopened(at: number, line: Line): Imbalance {
    for (let end = line.start - 1; end > 0;) {
      const above = lineOf(this.#text, end);
      const written = this.#text.slice(above.start, end).trimEnd();
      if (written !== '' && above.indent <= line.indent) {
        if (above.indent < line.indent || !/^[\w$]/.test(written.trim())) break;
        const closing = this.#text[at]!;
        const opening = Object.keys(closings).find((key) => closings[key] === closing)!;
        const start = above.start + above.indent;
        const problem = `the \`${closing}\` below has no opening \`${opening}\`, which is probably missing here`;
        return { problem, range: { start, end: above.start + written.length }, closing: at, isIndented: true };
      }
      end = above.start - 1;
    }
    return this.#stray(at);
  }
}

function lineOf(text: string, at: number): Line {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return { start, indent: /^[ \t]*/.exec(text.slice(start, at))![0].length };
}
