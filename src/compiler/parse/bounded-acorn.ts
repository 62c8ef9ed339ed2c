// The JavaScript parser that MDX asks about expressions, imports and exports, made to give up in time: it recurses into what
// it reads, and MDX asks again at each brace and empty line that might be the end.

import { Parser, type Expression, type Options, type Program } from 'acorn';
import acornJsx from 'acorn-jsx';
import { bounds } from '../source/index.ts';

/** Thrown for code that is nested too deeply. MDX hands it on as the cause of its message. */
export class DeepCode extends Error {
  /** Where, as the parser's own errors say it. */
  readonly pos: number;
  /** The parser's mark that more text could not help. */
  readonly raisedAt = 0;

  constructor(pos: number) {
    super('Code is nested too deeply');
    this.pos = pos;
  }
}

/** Code that is too long, or more code than may be read of one text. */
export interface CodeExcess {
  readonly reason: string;
  /** The code as far as it was read. */
  readonly code: string;
}

/** The part of the parser that MDX uses. */
export interface Acorn {
  parse(text: string, options: Options): Program;
  parseExpressionAt(text: string, at: number, options: Options): Expression;
}

/**
 * A parser for the code of one text at a time: it counts what it reads of the text over all calls. MDX takes any error of
 * its parser for a reason to look further for the end of the code, which takes long in a long text. So no error stops it
 * here: once there is an excess, all code is read as if it were empty, and the tree that MDX makes is to be thrown away.
 */
export interface BoundedAcorn extends Acorn {
  readonly excess: CodeExcess | undefined;
  /** Begins to count anew, for the next text. */
  restart(): void;
}

export function createBoundedAcorn(): BoundedAcorn {
  let size = 0;
  let excess: CodeExcess | undefined;
  const isTooMuch = (code: string): boolean => {
    if (excess) return true;
    size += code.length;
    if (size > bounds.codeRead) excess = { reason: 'Code has no end within reach', code };
    // MDX looks every place in a piece of code up line by line.
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

type Method = (this: Inside, ...args: unknown[]) => unknown;
/** The parser as it is inside; its methods are not in its types. */
type Inside = Record<string, Method> & {
  readonly start: number;
  /** How deep each method stands in calls of itself, and how many links were read, by the method's name. */
  readonly counts: Record<string, number>;
};

/** Methods that call themselves for what is nested, and how deep they may. */
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
  const base = Base.prototype as unknown as Inside;
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

/** Members and calls (`a.b().c`) are read in a loop, each around the one before: their tree is deep all the same. */
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
