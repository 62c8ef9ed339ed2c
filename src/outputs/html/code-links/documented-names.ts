// The documented names of one language, as code may write them: methods, objects, and the types of options.

import { languages, nameFactsOf, type NameFacts } from '../../../compiler/languages/index.ts';
import type { EntityForm, Language, ResolvedItem, ResolvedModel } from '../../../compiler/model/index.ts';
import { endWhere, isWordCode } from '../../../compiler/source/index.ts';
import { DocumentedMembers, type CodeTarget, type Members } from './documented-members.ts';

/** A documented name and what code does with it. */
export interface DocumentedName {
  readonly kind: 'method' | 'type';
  readonly target?: CodeTarget | undefined;
  /** Words that lead to it in its title: `sso` of `sso.listConnections()`; absent where the title does not hold it. */
  readonly home?: readonly string[] | undefined;
  /** What its author says stands before it. */
  readonly before?: RegExp | undefined;
  /** What may be named inside its parentheses or braces. */
  readonly inside: () => Members;
  /** What a method gives. */
  readonly result: () => Members | undefined;
}

export interface LanguageNames {
  readonly byKey: ReadonlyMap<string, readonly DocumentedName[]>;
  /** Words that lead to what the language's package brings, in lower case. */
  readonly packageWords: ReadonlySet<string>;
  readonly documented: DocumentedMembers;
  /** How the language's code brings names in. */
  readonly facts: NameFacts;
}

/** Collects the names of a language. Forms that stand in from another language are not written in this one. */
export function collectNames(resolved: ResolvedModel, language: Language): LanguageNames {
  const documented = new DocumentedMembers(resolved, language.id);
  const byKey = new Map<string, DocumentedName[]>();
  const add = (key: string, name: DocumentedName): void => {
    byKey.set(key, [...(byKey.get(key) ?? []), name]);
  };
  const packageWords = new Set(wordsOf(language.package?.name ?? ''));
  for (const { route, entities } of resolved.pages.values()) {
    for (const { id, forms } of entities) {
      const form = forms.get(language.id);
      if (form === undefined || form.source !== language.id) continue;
      const name = nameOf(form, { route, anchor: id }, documented);
      add(form.entity.key.value.replace(/\(\)$/, ''), name);
      // `Latchkey\Resource\Connection`: what begins a path of names is the package's own.
      const [first, ...more] = name.kind === 'type' ? (name.home ?? []) : [];
      if (first !== undefined && more.length > 0) packageWords.add(first.toLowerCase());
      for (const item of optionsOf(form)) add(lastWord(typeOf(item))!, nameOfOptions(item, route, documented));
    }
  }
  return { byKey, packageWords, documented, facts: nameFactsOf(language) };
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

/** Parameters of a method that are objects with a type of their own: `ListConnectionsOptions`. */
function optionsOf({ kind, lists }: EntityForm): readonly ResolvedItem[] {
  if (kind !== 'method') return [];
  const items = lists.find(({ name }) => name === 'parameters')?.items ?? [];
  return items.filter((item) => item.children.length > 0 && isOwnType(typeOf(item)));
}

function nameOfOptions(item: ResolvedItem, route: string, documented: DocumentedMembers): DocumentedName {
  const isShown = item.anchor !== undefined && item.display !== 'unwrap';
  const chain = typeOf(item).match(/\w+/g) ?? [];
  return {
    kind: 'type',
    target: isShown ? { route, anchor: item.anchor } : undefined,
    home: chain.slice(0, -1),
    inside: () => documented.ofItems(item.children, route),
    result: () => undefined,
  };
}

function typeOf(item: ResolvedItem): string {
  return (item.type ?? []).map(({ text }) => text).join('');
}

function lastWord(text: string): string | undefined {
  return endWhere(text, isWordCode) || undefined;
}

/** A name with a capital letter in it, alone but for its package: `*sso.ListOptions`. */
function isOwnType(type: string): boolean {
  return /^[*&]?[\w.\\:]+$/.test(type) && /[A-Z]/.test(endWhere(type, isWordCode));
}

/** Words of a package's name that say whose it is: `@latchkey/node` → `latchkey`. */
function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3 && !commonWords.has(word));
}

/** Words that say which language or kind of package it is. */
const commonWords = new Set([
  'github',
  'maven',
  'client',
  'core',
  ...languages.flatMap(({ id, otherNames }) => [id, ...otherNames]),
]);

/** What leads to a key in a title; undefined where the title does not hold the key. */
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

/** UTF-16 units before a name that a `patternBefore` is looked for in. */
export const longestPattern = 200;

/** A literal with `\s` and escapes (format.md 4.2), as what the text before a name has to end with. */
function readPattern(pattern: string): RegExp {
  // As much text is looked at (`name-meant.ts`): a longer one is never found.
  if (pattern.length > longestPattern) return /(?!)/;
  const parts = [...pattern.matchAll(/\\(.)|[^]/g)].map(([whole, escaped]) =>
    escaped === 's' ? '\\s' : (escaped ?? whole).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
  );
  // A word that the pattern begins with is a whole one.
  const start = /^[\w$]/.test(pattern) ? '(?<![\\w$])' : '';
  return new RegExp(`${start}${parts.join('')}$`);
}
