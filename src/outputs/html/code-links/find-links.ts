// Words of a sample → links from documented names to the reference. Follows only certain facts: calls of documented
// methods, their arguments, their results, and the members of results.

import { chainBefore, isMemberSign, type Lexeme } from './lex-code.ts';
import { namesMeant, type CodeWords } from './name-meant.ts';
import type { DocumentedName, LanguageNames } from './documented-names.ts';
import { readScope } from './read-scope.ts';
import type { CodeTarget, Member, Members } from './documented-members.ts';
import { assignedTo, loopVariable } from './variables.ts';

/** A range of code that links to the reference. */
export interface CodeLink {
  readonly start: number;
  readonly end: number;
  readonly target: CodeTarget;
}

export interface FoundLinks {
  readonly links: readonly CodeLink[];
  /** Number of words that could name several documented values, and therefore do not link. */
  readonly ambiguous: number;
}

/**
 * Finds the documented names in a sample.
 * @param text the code as it is shown
 * @param root members of the sample's value, if the whole sample is one literal
 */
export function findLinks(text: string, lexemes: readonly Lexeme[], names: LanguageNames, root?: Members): FoundLinks {
  return new LinkFinder(text, lexemes, names, root).find();
}

/** An open bracket, with the names that may occur directly inside it. */
interface Frame {
  readonly keys?: Members | undefined;
  /** Whether it is the parenthesis of a call: options in braces have the names of its arguments. */
  readonly isCall?: boolean;
  /** Members of a list's elements. */
  readonly elements?: Members | undefined;
  /** Members of the call's result, after the bracket is closed. */
  readonly result?: Members | undefined;
  /** Names of further calls in the chain: the methods of a builder. */
  readonly builder?: Members;
  /** The member whose value comes next. */
  pending?: Member | undefined;
}

/** The value of the code before a member sign. */
interface Value {
  readonly at: number;
  /** Where its chain begins. */
  readonly from: number;
  readonly members?: Members | undefined;
  readonly element?: Members | undefined;
  readonly builder?: Members | undefined;
}

class LinkFinder {
  readonly #code: CodeWords;
  readonly #lexemes: readonly Lexeme[];
  #root: Members | undefined;
  readonly #links: CodeLink[] = [];
  readonly #variables = new Map<string, { members?: Members | undefined; element?: Members | undefined }>();
  readonly #frames: Frame[] = [{}];
  #ambiguous = 0;
  #value: Value | undefined;
  /** The frame that the next bracket opens. */
  #opens: { at: number; frame: Frame } | undefined;

  constructor(text: string, lexemes: readonly Lexeme[], names: LanguageNames, root?: Members) {
    this.#code = { text, lexemes, names, scope: readScope(lexemes, names.packageWords, names.facts) };
    this.#lexemes = lexemes;
    this.#root = root;
  }

  find(): FoundLinks {
    for (const [i, { kind, text }] of this.#lexemes.entries()) {
      if (kind === 'word') this.#word(i);
      else if (text === '(' || text === '[' || text === '{') this.#open(i);
      else if (text === ')' || text === ']' || text === '}') this.#close(i);
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

  /** Links `organizationId:` and `organization_id=` directly inside brackets with documented names. */
  #key(i: number): boolean {
    const frame = this.#frame;
    const after = this.#textAt(i + 1);
    if ((after !== ':' && after !== '=') || frame.keys === undefined) return false;
    // C++ writes a dot before the name: `{.limit = 5}`.
    const hasDot = this.#textAt(i - 1) === '.' && /^[{,]$/.test(this.#textAt(i - 2) ?? '');
    const before = this.#textAt(hasDot ? i - 2 : i - 1);
    if (!/^[({[,]$/.test(before ?? '')) return false;
    const member = frame.keys.get(this.#lexemes[i]!.text);
    frame.pending = member;
    this.#link(i, member?.target);
    return true;
  }

  /** Links a word after a value with documented members. */
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
    const member = value.members?.get(text);
    if (member === undefined) return false;
    this.#link(i, member.target);
    this.#setValue({ at: i, from: value.from, members: member.value(), element: member.element() });
    return true;
  }

  /** Links a documented method or type. */
  #name(i: number): boolean {
    const meant = namesMeant(this.#code, i);
    const [name] = meant;
    if (name === undefined) return false;
    if (meant.length > 1 && new Set(meant.map(({ target }) => target && `${target.route} ${target.anchor}`)).size > 1) {
      this.#ambiguous++;
      return true;
    }
    this.#link(i, name.target);
    if (name.kind === 'method') this.#call(i, name);
    else this.#construct(i, name);
    return true;
  }

  #call(i: number, name: DocumentedName): void {
    const result = name.result();
    if (this.#textAt(i + 1) === '(') {
      this.#opens = { at: i + 1, frame: { isCall: true, keys: name.inside(), result } };
    }
    const variable = result && assignedTo(this.#lexemes, i);
    if (variable !== undefined) this.#bind(variable, { members: result });
  }

  /** Remembers the value of a variable that is bound only once. */
  #bind(name: string, value: { members?: Members | undefined; element?: Members | undefined }): void {
    if (this.#code.scope.bindings.get(name) === 1 && !this.#variables.has(name)) this.#variables.set(name, value);
  }

  #construct(i: number, name: DocumentedName): void {
    const keys = name.inside();
    const [sign, word] = [this.#textAt(i + 1), this.#textAt(i + 2)];
    if (sign === '(' || sign === '{') {
      const isList = this.#textAt(i - chainBefore(this.#lexemes, i).length * 2 - 1) === ']';
      this.#opens = { at: i + 1, frame: isList ? { elements: keys } : { keys } };
    } else if (this.#lexemes[i + 1]?.kind === 'word' && this.#code.names.facts.hasTypeBeforeName) {
      // `Parcel parcel = …`
      if (/^(?:=|:|in)$/.test(this.#textAt(i + 2) ?? '')) this.#bind(this.#textAt(i + 1)!, { members: keys });
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
    else if (result) this.#setValue({ at: i, from: i, members: result });
  }

  #setValue(value: Value): void {
    this.#value = value;
    const variable = value.element && loopVariable(this.#lexemes, value.from, value.at);
    if (variable !== undefined) this.#bind(variable, { members: value.element });
  }
}

function framed(value: Members | undefined, element: Members | undefined): Frame {
  return { keys: value, elements: element };
}
