// Words of a sample → those that name something documented, with where it is documented. It follows what is certain:
// calls of documented methods, what stands inside their parentheses, what they give, and what that holds.

import { chainBefore, isChainOpen, isMemberSign, type Lexeme } from './lex-code.ts';
import type { DocumentedName, LanguageNames } from './names.ts';
import { readScope, type CodeScope } from './read-scope.ts';
import type { CodeTarget, Member, Shape } from './shapes.ts';

/** A stretch of code that leads to the reference. */
export interface CodeLink {
  readonly start: number;
  readonly end: number;
  readonly target: CodeTarget;
}

export interface FoundLinks {
  readonly links: readonly CodeLink[];
  /** Words that could name several documented things, and so lead to none. */
  readonly ambiguous: number;
}

/**
 * Finds what a sample names.
 * @param text the code as it is shown
 * @param root members of the value that the sample is as a whole, where it is one literal
 */
export function findLinks(text: string, lexemes: readonly Lexeme[], names: LanguageNames, root?: Shape): FoundLinks {
  return new LinkFinder(text, lexemes, names, root).find();
}

/** Brackets that are open, with what may be named directly inside them. */
interface Frame {
  readonly keys?: Shape;
  /** Whether these are the parentheses of a call: options in braces are named like its arguments. */
  readonly isCall?: boolean;
  /** What an element of a list is. */
  readonly elements?: Shape;
  /** What the closed brackets give: the result of a call. */
  readonly result?: Shape;
  /** What further calls in the chain may be named: the parts of a builder. */
  readonly builder?: Shape;
  /** The member whose value is being written. */
  pending?: Member | undefined;
}

/** What the code before a member sign is. */
interface Value {
  readonly at: number;
  /** Where the chain that leads to it begins. */
  readonly from: number;
  readonly shape?: Shape | undefined;
  readonly element?: Shape | undefined;
  readonly builder?: Shape | undefined;
}

class LinkFinder {
  readonly #text: string;
  readonly #lexemes: readonly Lexeme[];
  readonly #names: LanguageNames;
  readonly #scope: CodeScope;
  #root: Shape | undefined;
  readonly #links: CodeLink[] = [];
  readonly #variables = new Map<string, { shape?: Shape | undefined; element?: Shape | undefined }>();
  readonly #frames: Frame[] = [{}];
  #ambiguous = 0;
  #value: Value | undefined;
  /** What the bracket that comes next opens. */
  #opens: { at: number; frame: Frame } | undefined;

  constructor(text: string, lexemes: readonly Lexeme[], names: LanguageNames, root?: Shape) {
    this.#text = text;
    this.#lexemes = lexemes;
    this.#names = names;
    this.#scope = readScope(lexemes, names.packageWords);
    this.#root = root;
  }

  find(): FoundLinks {
    for (const [i, { kind, text }] of this.#lexemes.entries()) {
      if (kind === 'word') this.#word(i);
      else if (/^[([{]$/.test(text)) this.#open(i);
      else if (/^[)\]}]$/.test(text)) this.#close(i);
      else if (text === ',' || text === ';') this.#frame.pending = undefined;
    }
    return { links: this.#links, ambiguous: this.#ambiguous };
  }

  get #frame(): Frame {
    return this.#frames.at(-1)!;
  }

  #textAt(at: number): string | undefined {
    return this.#lexemes[at]?.text;
  }

  #link(at: number, target: CodeTarget | undefined): void {
    const { start, end } = this.#lexemes[at]!;
    if (target) this.#links.push({ start, end, target });
  }

  #word(i: number): void {
    if (this.#key(i) || this.#member(i) || this.#name(i)) return;
    const { text } = this.#lexemes[i]!;
    const variable = isMemberSign(this.#lexemes[i - 1]) ? undefined : this.#variables.get(text);
    if (variable) this.#setValue({ at: i, from: i, ...variable });
  }

  /** `organizationId:` and `organization_id=` directly inside brackets whose names are documented. */
  #key(i: number): boolean {
    const frame = this.#frame;
    const [before, after] = [this.#textAt(i - 1), this.#textAt(i + 1)];
    const isKey = /^[({[,]$/.test(before ?? '') && (after === ':' || after === '=') && frame.keys !== undefined;
    if (!isKey) return false;
    const member = frame.keys!.get(this.#lexemes[i]!.text);
    frame.pending = member;
    this.#link(i, member?.target);
    return true;
  }

  /** A word behind a value whose members are documented. */
  #member(i: number): boolean {
    const value = this.#value;
    if (value?.at !== i - 2 || !isMemberSign(this.#lexemes[i - 1])) return false;
    const { text } = this.#lexemes[i]!;
    if (value.builder) {
      const member = value.builder.get(text);
      if (member === undefined || this.#textAt(i + 1) !== '(') return false;
      this.#link(i, member.target);
      this.#opens = { at: i + 1, frame: { builder: value.builder, pending: member } };
      return true;
    }
    const member = value.shape?.get(text);
    if (member === undefined) return false;
    this.#link(i, member.target);
    this.#setValue({ at: i, from: value.from, shape: member.value(), element: member.element() });
    return true;
  }

  /** A documented method or type. */
  #name(i: number): boolean {
    const { text } = this.#lexemes[i]!;
    const candidates = this.#names.byKey.get(text) ?? [];
    const meant = candidates.filter((name) => this.#isMeant(name, i));
    if (new Set(meant.map(({ target }) => target && `${target.route} ${target.anchor}`)).size > 1) {
      this.#ambiguous++;
      return true;
    }
    const [name] = meant;
    if (name === undefined) return false;
    this.#link(i, name.target);
    if (name.kind === 'method') this.#call(i, name);
    else this.#construct(i, name);
    return true;
  }

  #isMeant(name: DocumentedName, i: number): boolean {
    const { start, text } = this.#lexemes[i]!;
    if (name.before) return name.before.test(this.#text.slice(Math.max(0, start - 200), start));
    const chain = chainBefore(this.#lexemes, i);
    const { home } = name;
    if (name.kind === 'method') {
      if (home === undefined) return false;
      // What is called without anything before it may be the sample's own.
      if (home.length === 0) return chain.length === 0 && this.#isFree(i) && this.#scope.own.has(text);
      return chain.length >= home.length && home.every((word, at) => chain.at(at - home.length) === word);
    }
    if (isChainOpen(this.#lexemes, i, chain) && chain.length > 0) return false;
    if (this.#scope.foreign.has(text) && !this.#scope.own.has(text)) return false;
    if (chain.length > 0) return this.#leadsToType(chain, home ?? []);
    return this.#isFree(i) && (this.#scope.own.has(text) || this.#scope.isOpen);
  }

  /** `sso.Connection` as its title has it, or `Latchkey::Connection`: through the package itself. */
  #leadsToType(chain: readonly string[], home: readonly string[]): boolean {
    const isEnd = chain.length <= home.length && chain.every((word, at) => home.at(at - chain.length) === word);
    return isEnd || (home.length === 0 && chain.every((word) => this.#names.packageWords.has(word.toLowerCase())));
  }

  #isFree(i: number): boolean {
    return !isMemberSign(this.#lexemes[i - 1]);
  }

  #call(i: number, name: DocumentedName): void {
    const result = name.result();
    if (this.#textAt(i + 1) === '(') {
      this.#opens = { at: i + 1, frame: { isCall: true, keys: name.inside(), ...(result ? { result } : {}) } };
    }
    const variable = result && this.#assignedTo(i);
    if (variable !== undefined) this.#bind(variable, { shape: result });
  }

  /** The variable that holds what a call gives: `connections` of `const connections = await latchkey.sso.list(`. */
  #assignedTo(i: number): string | undefined {
    let at = i - chainBefore(this.#lexemes, i).length * 2;
    if (isMemberSign(this.#lexemes[at - 1])) return undefined;
    if (this.#textAt(at - 1) === 'await') at--;
    const sign = this.#textAt(at - 1);
    if (sign !== '=' && sign !== ':=') return undefined;
    const isPair = sign === ':=' && this.#textAt(at - 3) === ',';
    const place = isPair ? at - 4 : at - 2;
    const variable = this.#lexemes[place];
    const before = this.#lexemes[place - 1];
    if (variable?.kind !== 'word' || isMemberSign(before) || (!isPair && before?.text === ',')) return undefined;
    return variable.text;
  }

  /** A variable means what it was bound to, if it is bound once. */
  #bind(name: string, value: { shape?: Shape | undefined; element?: Shape | undefined }): void {
    if (this.#scope.bindings.get(name) === 1 && !this.#variables.has(name)) this.#variables.set(name, value);
  }

  #construct(i: number, name: DocumentedName): void {
    const keys = name.inside();
    const [sign, word] = [this.#textAt(i + 1), this.#textAt(i + 2)];
    if (sign === '(' || sign === '{') {
      const isList = this.#textAt(i - chainBefore(this.#lexemes, i).length * 2 - 1) === ']';
      this.#opens = { at: i + 1, frame: isList ? { elements: keys } : { keys } };
    } else if (isMemberSign(this.#lexemes[i + 1]) && this.#textAt(i + 3) === '(') {
      if (word === 'new') this.#opens = { at: i + 3, frame: { keys } };
      if (word === 'builder') this.#opens = { at: i + 3, frame: { builder: keys } };
    }
  }

  #open(i: number): void {
    this.#frames.push(this.#opens?.at === i ? this.#opens.frame : this.#nested(i));
  }

  #nested(i: number): Frame {
    const around = this.#frame;
    const text = this.#textAt(i);
    const before = this.#textAt(i - 1);
    const isFirst = before === undefined || /^[({[,=]$/.test(before);
    if (this.#root && this.#frames.length === 1 && text === '{' && isFirst) {
      const keys = this.#root;
      this.#root = undefined;
      return { keys };
    }
    const value = around.pending?.value();
    const element = around.pending?.element();
    if (around.pending) return framed(text === '[' ? undefined : value, element);
    if (around.elements && isFirst) return text === '[' ? { elements: around.elements } : { keys: around.elements };
    if (around.isCall && text === '{' && isFirst) return around.keys ? { keys: around.keys } : {};
    return {};
  }

  #close(i: number): void {
    if (this.#frames.length === 1) return;
    const { result, builder } = this.#frames.pop()!;
    if (builder) this.#setValue({ at: i, from: i, builder });
    else if (result) this.#setValue({ at: i, from: i, shape: result });
  }

  #setValue(value: Value): void {
    this.#value = value;
    if (value.element) this.#bindLoop(value, value.element);
  }

  /** The variable of a loop over a list, whatever the language calls it. */
  #bindLoop({ at, from }: Value, element: Shape): void {
    const t = (offset: number, base = from): string | undefined => this.#textAt(base + offset);
    const variables = [
      t(-1) === 'of' || t(-1) === 'in' ? t(-2) : undefined,
      t(-1) === 'range' && t(-2) === ':=' ? t(-3) : undefined,
      t(-1) === ':' && t(-4) === '(' && t(-5) === 'for' ? t(-2) : undefined,
      t(1, at) === 'as' ? (t(3, at) === '=>' ? t(4, at) : t(2, at)) : undefined,
      t(1, at) === '.' && t(2, at) === 'each' && t(4, at) === '|' && t(6, at) === '|' ? t(5, at) : undefined,
    ];
    const variable = variables.find((name) => name !== undefined);
    if (variable !== undefined) this.#bind(variable, { shape: element });
  }
}

function framed(value: Shape | undefined, element: Shape | undefined): Frame {
  return { ...(value ? { keys: value } : {}), ...(element ? { elements: element } : {}) };
}
