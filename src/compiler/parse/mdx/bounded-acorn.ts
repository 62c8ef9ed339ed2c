// The JavaScript parser that MDX uses for expressions, imports and exports, with limits. The parser is recursive, and
// MDX calls it again at each brace and empty line that might be the end of the code.

import { Parser, type Expression, type Options, type Program } from 'acorn';
import acornJsx from 'acorn-jsx';
import { bounds } from '../../source/index.ts';

/** Thrown for code that is nested too deeply. MDX sets it as the `cause` of its message. */
export class DeepCode extends Error {
  /** The offset, with the name that acorn's own errors use. */
  readonly pos: number;
  /** Tells MDX that more text would not fix the error. */
  readonly raisedAt = 0;

  constructor(pos: number) {
    super('Code is nested too deeply');
    this.pos = pos;
  }
}

/** A piece of code that is too long, or with which the code of one text is too long. */
export interface CodeExcess {
  readonly reason: string;
  /** The code that was read. */
  readonly code: string;
}

/** The part of the parser that MDX uses. */
export interface Acorn {
  parse(text: string, options: Options): Program;
  parseExpressionAt(text: string, at: number, options: Options): Expression;
}

/**
 * A parser for the code of one text at a time. It counts the characters that all its calls read. After an error of its
 * parser, MDX tries again with more text, which takes long in a long text. So this parser throws no error for too much
 * code. Instead it sets `excess` and reads all further code as empty. The caller must then discard the tree of MDX.
 */
export interface BoundedAcorn extends Acorn {
  readonly excess: CodeExcess | undefined;
  /** Resets the count and `excess`, for the next text. */
  restart(): void;
}

export function createBoundedAcorn(): BoundedAcorn {
  let size = 0;
  let excess: CodeExcess | undefined;
  const isTooMuch = (code: string): boolean => {
    if (excess) return true;
    size += code.length;
    if (size > bounds.codeRead) excess = { reason: 'Code has no end within reach', code };
    // MDX searches the lines of the code for every place in it.
    else if (hasMoreLines(code, bounds.codeLines))
      excess = { reason: `Code has more than ${bounds.codeLines} lines`, code };
    return excess !== undefined;
  };
  return {
    get excess() {
      return excess;
    },
    restart() {
      size = 0;
      excess = undefined;
    },
    parse(text, options) {
      return BoundedParser.parse(isTooMuch(text) ? '' : text, options);
    },
    parseExpressionAt(text, at, options) {
      return isTooMuch(text) ? nothing(text) : BoundedParser.parseExpressionAt(text, at, options);
    },
  };
}

/** An expression that is as long as the text. */
function nothing(text: string): Expression {
  return { type: 'ObjectExpression', properties: [], start: 0, end: text.length };
}

function hasMoreLines(text: string, limit: number): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= limit; at = text.indexOf('\n', at + 1)) lines++;
  return lines > limit;
}

type Method = (this: ParserInternals, ...args: unknown[]) => unknown;
/** The internal methods of the parser, which its types do not contain. */
type ParserInternals = Record<string, Method> & {
  readonly start: number;
  /** By the name of a method: the depth of its recursion, or the number of links that it has read. */
  readonly counts: Record<string, number>;
};

/** Recursive methods of the parser, each with the limit of its depth. */
const nesting: Readonly<Record<string, number>> = {
  parseMaybeUnary: bounds.jsxDepth,
  parseStatement: bounds.jsxDepth,
  parseBindingAtom: bounds.jsxDepth,
  jsx_parseElement: bounds.jsxDepth,
  parseMaybeAssign: bounds.codeChain,
  parseExprOp: bounds.codeChain,
};

const BoundedParser = Parser.extend(acornJsx(), (Base) => {
  class Bounded extends Base {
    readonly counts: Record<string, number> = {};
  }
  const base = Base.prototype as unknown as ParserInternals;
  const own = Bounded.prototype as unknown as Record<string, Method>;
  for (const [name, limit] of Object.entries(nesting)) own[name] = countDepth(name, base[name]!, limit);
  own['parseSubscript'] = countLinks('parseSubscript', base['parseSubscript']!, bounds.codeChain);
  return Bounded;
});

function countDepth(name: string, method: Method, limit: number): Method {
  return function (...args) {
    const depth = (this.counts[name] ?? 0) + 1;
    if (depth > limit) throw new DeepCode(this.start);
    this.counts[name] = depth;
    const node = method.apply(this, args);
    this.counts[name] = depth - 1;
    return node;
  };
}

/** Limits chains of members and calls (`a.b().c`). The parser reads them in a loop, but their tree is deep. */
function countLinks(name: string, method: Method, limit: number): Method {
  return function (...args) {
    const node = method.apply(this, args);
    if (node === args[0]) return node;
    const count = (this.counts[name] ?? 0) + 1;
    if (count > limit) throw new DeepCode(this.start);
    this.counts[name] = count;
    return node;
  };
}
