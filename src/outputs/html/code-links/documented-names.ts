// The documented names of one language that code may contain: methods, objects, and the types of options.

import { languages, nameFactsOf, type NameFacts } from '../../../compiler/languages/index.ts';
import {
  optionsOf,
  type EntityForm,
  type FormOption,
  type Language,
  type ResolvedModel,
} from '../../../compiler/model/index.ts';
import { endWhere, isWordCode, escapePattern } from '../../../compiler/text/index.ts';
import { DocumentedMembers, type CodeTarget, type Members } from './documented-members.ts';

/** A documented name and how code uses it. */
export interface DocumentedName {
  readonly kind: 'method' | 'type';
  readonly target?: CodeTarget | undefined;
  /** The qualifier in its title: `sso` of `sso.listConnections()`; absent if the title does not contain the name. */
  readonly home?: readonly string[] | undefined;
  /** The text that must precede it, from `patternBefore`. */
  readonly before?: RegExp | undefined;
  /** The arguments or fields that may be named inside its parentheses or braces. */
  readonly inside: () => Members;
  /** Members of a method's result. */
  readonly result: () => Members | undefined;
}

export interface LanguageNames {
  readonly byKey: ReadonlyMap<string, readonly DocumentedName[]>;
  /** Words of the package's name and namespaces, in lower case. */
  readonly packageWords: ReadonlySet<string>;
  readonly documented: DocumentedMembers;
  /** How the language's code imports and defines names. */
  readonly facts: NameFacts;
}

/** Collects the names of a language. Forms taken over from another language are left out. */
export function collectNames(resolved: ResolvedModel, language: Language): LanguageNames {
  const documented = new DocumentedMembers(resolved, language.id);
  const byKey = new Map<string, DocumentedName[]>();
  const add = (key: string, name: DocumentedName): void => {
    byKey.set(key, [...(byKey.get(key) ?? []), name]);
  };
  for (const { route, entities } of resolved.pages.values()) {
    for (const { id, forms } of entities) {
      const form = forms.get(language.id);
      if (form === undefined || form.source !== language.id) continue;
      const name = nameOf(form, { route, anchor: id }, documented);
      add(form.entity.key.value.replace(/\(\)$/, ''), name);
      for (const option of optionsOf(form)) {
        if (isOwnType(option.type)) add(lastWord(option.type)!, nameOfOptions(option, route, documented));
      }
    }
  }
  return { byKey, packageWords: packageWordsIn(resolved, language), documented, facts: nameFactsOf(language) };
}

/** Words of the package's name and of namespaces of its types, in lower case. */
export function packageWordsIn({ pages }: ResolvedModel, language: Language): ReadonlySet<string> {
  const words = new Set(wordsOf(language.package?.name ?? ''));
  for (const { forms } of [...pages.values()].flatMap(({ entities }) => entities)) {
    const form = forms.get(language.id);
    if (form === undefined || form.source !== language.id || form.kind === 'method') continue;
    const { key, title } = form.entity;
    // In `Latchkey\Resource\Connection` the first word is the package's namespace.
    const [first, ...more] = (title && homeIn(title.value, key.value)) ?? [];
    if (first !== undefined && more.length > 0) words.add(first.toLowerCase());
  }
  return words;
}

function nameOf(form: EntityForm, target: CodeTarget, documented: DocumentedMembers): DocumentedName {
  const { key, title, patternBefore } = form.entity;
  const home = title && homeIn(title.value, key.value);
  return {
    kind: form.kind === 'method' ? 'method' : 'type',
    target,
    home,
    before: patternBefore && readPattern(patternBefore.value),
    inside: () =>
      form.kind === 'method' ? documented.argumentsOf(form, target.route) : documented.ofForm(form, target.route),
    result: () => (form.kind === 'method' ? documented.resultOf(form, target.route) : undefined),
  };
}

/** A parameter that is an object with its own type: `ListConnectionsOptions`. */
function nameOfOptions(option: FormOption, route: string, documented: DocumentedMembers): DocumentedName {
  const { type, anchor, display } = option;
  const isShown = anchor !== undefined && display !== 'unwrap';
  const chain = type.match(/\w+/g) ?? [];
  return {
    kind: 'type',
    target: isShown ? { route, anchor } : undefined,
    home: chain.slice(0, -1),
    inside: () => documented.ofItems(option.children(), route),
    result: () => undefined,
  };
}

/** The word at the end of a text. */
export function lastWord(text: string): string | undefined {
  return endWhere(text, isWordCode) || undefined;
}

/** Whether a type is one name with a capital letter, possibly qualified: `*sso.ListOptions`. */
function isOwnType(type: string): boolean {
  return /^[*&]?[\w.\\:]+$/.test(type) && /[A-Z]/.test(endWhere(type, isWordCode));
}

/** The distinctive words of a package's name: `@latchkey/node` → `latchkey`. */
function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3 && !commonWords.has(word));
}

/** Words in package names that only name a language or a kind of package. */
const commonWords = new Set([
  'github',
  'maven',
  'client',
  'core',
  ...languages.flatMap(({ id, otherNames }) => [id, ...otherNames]),
]);

/** The qualifier of a key in a title; undefined if the title does not contain the key. */
function homeIn(title: string, key: string): readonly string[] | undefined {
  const name = key.replace(/\(\)$/, '');
  const before = withoutArguments(title);
  if (!before.endsWith(name)) return undefined;
  const lead = before
    .slice(0, before.length - name.length)
    .split(/\s/)
    .at(-1)!;
  return lead === '' ? [] : /(?:\.|::|->|\\)$/.test(lead) ? lead.split(/\.|::|->|\\/).filter(Boolean) : undefined;
}

/** `sso.list(limit)` without its arguments. */
function withoutArguments(title: string): string {
  const called = title.trimEnd();
  if (!called.endsWith(')')) return title;
  const opening = called.indexOf('(', called.lastIndexOf(')', called.length - 2) + 1);
  return opening < 0 ? title : title.slice(0, opening);
}

/** Number of UTF-16 units before a name in which a `patternBefore` is searched. */
export const longestPattern = 200;

/**
 * Turns a `patternBefore`, a literal with `\s` and escapes (format.md 4.2), into an expression that matches the end of
 * the text before a name.
 */
function readPattern(pattern: string): RegExp {
  // No more text is searched (`name-meant.ts`), so a longer pattern never matches.
  if (pattern.length > longestPattern) return /(?!)/;
  const parts = [...pattern.matchAll(/\\(.)|[^]/g)].map(([whole, escaped]) =>
    escaped === 's' ? '\\s' : escapePattern(escaped ?? whole),
  );
  // A word at the pattern's start must be a whole word.
  const start = /^[\w$]/.test(pattern) ? '(?<![\\w$])' : '';
  return new RegExp(`${start}${parts.join('')}$`);
}
