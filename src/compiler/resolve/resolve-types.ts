// A type as written → the same text, in which documented names have a target (format.md 4.6).

import { findLanguage, httpLanguage, wireLanguage } from '../languages/index.ts';
import type { Entity, LanguageId, Page, ContentModel, TypeSpan, TypeText } from '../model/index.ts';
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
export function resolveType(model: ContentModel, page: Page, language: LanguageId, type: string): TypeText {
  const spans: TypeSpan[] = [];
  let done = 0;
  for (const match of type.matchAll(token)) {
    const [name] = match;
    const end = match.index + name.length;
    if (!isName(name, language) || isLabel(type, match.index, end)) continue;
    const target = targetOf(model, page, language, name);
    if (target === undefined) continue;
    if (match.index > done) spans.push({ text: type.slice(done, match.index) });
    spans.push({ text: name, target });
    done = end;
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

function targetOf(model: ContentModel, page: Page, language: LanguageId, name: string): TypeSpan['target'] {
  const last = name.split(/\.|::|\\/).at(-1)!;
  for (const key of last === name ? [name] : [name, last]) {
    const objects =
      model.entities
        .get(language)
        ?.get(key)
        ?.filter(({ entity }) => isObject(entity)) ?? [];
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
