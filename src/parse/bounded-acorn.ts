// The JavaScript parser that MDX asks about expressions, imports and exports, made to give up in time: it recurses into what
// it reads, and MDX asks again at each brace and empty line that might be the end.

import { Parser, type Options, type Program, type Expression } from 'acorn';
import acornJsx from 'acorn-jsx';

/** Thrown for code over a bound. MDX hands it on as the cause of its message. */
export class CodeExcess extends Error {
  readonly kind: 'depth' | 'size';
  /** Where, as the parser's own errors say it. */
  readonly pos: number;
  /** The parser's mark that more text could not help. */
  readonly raisedAt = 0;

  constructor(kind: 'depth' | 'size', pos: number) {
    super(kind === 'depth' ? 'Code is nested too deeply' : 'Code has no end within reach');
    this.kind = kind;
    this.pos = pos;
  }
}

export interface AcornLimits {
  /** Expressions inside each other. */
  readonly depth: number;
  /** Operators, calls and members of one piece of code, each of which holds the one before. */
  readonly chain: number;
  /** UTF-16 units of code that are read for one text, repetitions included. */
  readonly size: number;
}

export interface BoundedAcorn {
  parse(text: string, options: Options): Program;
  parseExpressionAt(text: string, at: number, options: Options): Expression;
}

/** A parser for the code of one text. */
export function createBoundedAcorn(limits: AcornLimits): BoundedAcorn {
  const Bounded = Parser.extend(acornJsx(), boundDepth(limits)) as unknown as BoundedAcorn;
  let size = 0;
  const count = (text: string): void => {
    size += text.length;
    if (size > limits.size) throw new CodeExcess('size', 0);
  };
  return {
    parse(text, options) {
      count(text);
      return Bounded.parse(text, options);
    },
    parseExpressionAt(text, at, options) {
      count(text);
      return Bounded.parseExpressionAt(text, at, options);
    },
  };
}

type Method = (this: AcornState, ...args: unknown[]) => unknown;
type AcornState = Record<string, Method> & { start: number };

/** Methods of the parser that call themselves: by nesting, and once for each link of a chain. */
const nesting = ['parseMaybeUnary', 'parseStatement', 'jsx_parseElementAt', 'parseBindingAtom'];
const chaining = ['parseExprOp', 'parseSubscript'];

/** A plugin: the class with those methods counted. Whole numbers per parser, since there is one for each piece of code. */
function boundDepth({ depth, chain }: AcornLimits): (Base: typeof Parser) => typeof Parser {
  return (Base) => {
    class BoundedParser extends Base {}
    const base = Base.prototype as unknown as AcornState;
    const own = BoundedParser.prototype as unknown as AcornState;
    const depths = new WeakMap<object, number>();
    const links = new WeakMap<object, number>();
    for (const name of nesting) {
      own[name] = function (...args) {
        const level = (depths.get(this) ?? 0) + 1;
        if (level > depth) throw new CodeExcess('depth', this.start);
        depths.set(this, level);
        const node = base[name]!.apply(this, args);
        depths.set(this, level - 1);
        return node;
      };
    }
    for (const name of chaining) {
      own[name] = function (...args) {
        const count = (links.get(this) ?? 0) + 1;
        if (count > chain) throw new CodeExcess('depth', this.start);
        links.set(this, count);
        return base[name]!.apply(this, args);
      };
    }
    return BoundedParser;
  };
}
