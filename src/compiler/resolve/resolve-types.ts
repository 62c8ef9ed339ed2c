// A type as written → the same text, in which documented names have a target (format.md 4.6).

import { findLanguage, httpLanguage, wireLanguage } from '../languages/index.ts';
import type { CollectedEntity, Entity, LanguageId, Page, ContentModel, TypeSpan, TypeText } from '../model/index.ts';
import { chooseEntity, describeEntity } from './resolve-entity-reference.ts';

/**
 * The tokens of a type: string literals, and names with their package prefixes. A literal without an end extends to the
 * end of the type. Names joined by hyphens are one name, and names may begin with a digit; their parts are never looked
 * up. Each alternative matches in linear time.
 */
const literal = /"(?:[^"\\]|\\.?)*(?:"|$)|(?<![\p{L}\p{N}])'(?:[^'\\]|\\.?)*(?:'|$)|`[^`]*(?:`|$)/u;
const word = /[\p{L}\p{N}_$][\p{L}\p{M}\p{N}_$]*/u;
const token = new RegExp(`${literal.source}|${word.source}(?:(?:\\.|::|\\\\|-)${word.source})*`, 'gu');

/**
 * Splits a type at its names. A name gets a target if it is the key of one documented object; ambiguous names get none.
 */
export type ResolveType = (page: Page, language: LanguageId, type: string) => TypeText;

/** Prepares the resolution of types. Each type of a language is searched for documented names once. */
export function makeResolveType(model: ContentModel): ResolveType {
  const searched = new Map<LanguageId, Map<string, SearchedType>>();
  return (page, language, type) => {
    const known = searched.get(language) ?? new Map<string, SearchedType>();
    searched.set(language, known);
    const search = known.get(type) ?? searchType(model, language, type);
    known.set(type, search);
    return search.names.length === 0 ? search.spans : resolveNames(page, type, search.names);
  };
}

/** A name in a type, with the documented objects that it may mean: by the whole name, and by its last part. */
interface TypeName {
  readonly start: number;
  readonly name: string;
  readonly choices: readonly (readonly CollectedEntity[])[];
}

interface SearchedType {
  readonly names: readonly TypeName[];
  /** The spans of the type if it has no such names. */
  readonly spans: TypeText;
}

function searchType(model: ContentModel, language: LanguageId, type: string): SearchedType {
  const entities = model.entities.get(language);
  const objectsOf = (key: string): readonly CollectedEntity[] =>
    entities?.get(key)?.filter(({ entity }) => isObject(entity)) ?? [];
  const names = [...type.matchAll(token)]
    .filter(({ 0: name, index }) => isName(name, language) && !isLabel(type, index, index + name.length))
    .map(({ 0: name, index }) => {
      const last = name.split(/\.|::|\\/).at(-1)!;
      const choices = (last === name ? [name] : [name, last]).map(objectsOf).filter(({ length }) => length > 0);
      return { start: index, name, choices };
    })
    .filter(({ choices }) => choices.length > 0);
  return { names, spans: type === '' ? [] : [{ text: type }] };
}

function resolveNames(page: Page, type: string, names: readonly TypeName[]): TypeText {
  const spans: TypeSpan[] = [];
  let done = 0;
  for (const { start, name, choices } of names) {
    const target = targetOf(page, choices);
    if (target === undefined) continue;
    if (start > done) spans.push({ text: type.slice(done, start) });
    spans.push({ text: name, target });
    done = start + name.length;
  }
  if (done < type.length) spans.push({ text: type.slice(done) });
  return spans;
}

function isName(text: string, language: LanguageId): boolean {
  return !/^["'`]/.test(text) && !isReservedType(text, language);
}

/** Whether a name is always a type of the language itself. Letter case matters. */
function isReservedType(name: string, language: LanguageId): boolean {
  const facts = findLanguage(language === wireLanguage ? httpLanguage : language);
  return facts?.types.reserved.has(name) ?? false;
}

/**
 * Whether a name is a label and not a type: `{ User: string }`, `(User?: Id) => void`, `:User` of Ruby.
 * In a conditional type, the name before the `:` is a type.
 */
function isLabel(type: string, start: number, end: number): boolean {
  if (/^\s*\??\s*:(?!:)/.test(type.slice(end, end + 20)))
    return !/\?\s*$/.test(type.slice(Math.max(0, start - 20), start));
  return /(?:^|[\s|,([{<]):$/.test(type.slice(Math.max(0, start - 2), start));
}

function targetOf(page: Page, choices: TypeName['choices']): TypeSpan['target'] {
  for (const objects of choices) {
    const choice = chooseEntity(objects, page, describeEntity);
    if (choice === undefined) continue;
    if (!('found' in choice)) return undefined;
    return { route: choice.found.page.route, id: choice.found.entity.id!.value };
  }
  return undefined;
}

/** Whether an entity is an object. Parameters and methods are not types. */
function isObject({ id, properties, parameters, returns }: Entity): boolean {
  return id !== undefined && properties !== undefined && parameters === undefined && returns === undefined;
}
