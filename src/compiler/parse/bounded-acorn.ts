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

/**
 * Thrown where code is too long, or more has been read for one body than is allowed. MDX takes any error for a reason to look further for
 * the end; only what is thrown while it writes a place into the error stops it.
 */
export class CodeExcess extends Error {
  /** The code as far as it was read. */
  readonly code: string;

  constructor(problem: string, code: string) {
    super(problem);
    this.code = code;
  }

  get pos(): number {
    return 0;
  }

  set pos(_place: number) {
    throw this;
  }
}

/** The part of the parser that MDX uses. */
export interface Acorn {
  parse(text: string, options: Options): Program;
  parseExpressionAt(text: string, at: number, options: Options): Expression;
}

/** A parser for the code of one text at a time: what it may read of it is counted over all calls. */
export interface BoundedAcorn extends Acorn {
  /** Begins to count anew, for the next text. */
  restart(): void;
}

export function createBoundedAcorn(): BoundedAcorn {
  let size = 0;
  const count = (text: string): void => {
    size += text.length;
    if (size > bounds.codeRead) throw new CodeExcess('Code has no end within reach', text);
    // MDX looks every place in a piece of code up line by line.
    if (hasMoreLines(text, bounds.codeLines))
      throw new CodeExcess(`Code has more than ${bounds.codeLines} lines`, text);
  };
  return {
    restart() {
      size = 0;
    },
    parse(text, options) {
      count(text);
      return BoundedParser.parse(text, options);
    },
    parseExpressionAt(text, at, options) {
      count(text);
      return BoundedParser.parseExpressionAt(text, at, options);
    },
  };
}

function hasMoreLines(text: string, limit: number): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= limit; at = text.indexOf('\n', at + 1)) lines++;
  return lines > limit;
}

type Method = (this: Inside, ...args: unknown[]) => unknown;
/** The parser as it is inside; its methods are not in its types. */
type Inside = Record<string, Method> & { readonly start: number };

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
  class Bounded extends Base {}
  const base = Base.prototype as unknown as Inside;
  const own = Bounded.prototype as unknown as Record<string, Method>;
  for (const [name, limit] of Object.entries(nesting)) own[name] = countDepth(base[name]!, limit);
  own['parseSubscript'] = countLinks(base['parseSubscript']!, bounds.codeChain);
  return Bounded;
});

function countDepth(method: Method, limit: number): Method {
  const depths = new WeakMap<Inside, number>();
  return function (...args) {
    const depth = (depths.get(this) ?? 0) + 1;
    if (depth > limit) throw new DeepCode(this.start);
    depths.set(this, depth);
    const node = method.apply(this, args);
    depths.set(this, depth - 1);
    return node;
  };
}

/** Members and calls (`a.b().c`) are read in a loop, each around the one before: their tree is deep all the same. */
function countLinks(method: Method, limit: number): Method {
  const links = new WeakMap<Inside, number>();
  return function (...args) {
    const node = method.apply(this, args);
    if (node === args[0]) return node;
    const count = (links.get(this) ?? 0) + 1;
    if (count > limit) throw new DeepCode(this.start);
    links.set(this, count);
    return node;
  };
}
