// A type as written → the same text with the documented names in it linked (format.md 4.6).

import { findLanguage, httpLanguage, wireLanguage } from '../languages/index.ts';
import type { Entity, LanguageId, Page, ContentModel, TypeSpan, TypeText } from '../model/index.ts';
import { chooseEntity, describeEntity } from './resolve-entity-reference.ts';

/**
 * What a type is made of: string literals, one without its end up to the end of the type; names with their package
 * prefixes. Names joined by hyphens are one name, and so is one that begins with a digit: no part of them means anything
 * by itself. Each alternative is read in linear time.
 */
const token =
  /"(?:[^"\\]|\\.?)*(?:"|$)|(?<![\p{L}\p{N}])'(?:[^'\\]|\\.?)*(?:'|$)|`[^`]*(?:`|$)|[\p{L}\p{N}_$][\p{L}\p{M}\p{N}_$]*(?:(?:\.|::|\\|-)[\p{L}\p{N}_$][\p{L}\p{M}\p{N}_$]*)*/gu;

/** Cuts a type at its names. A name links where it means one documented object of the language; ties stay plain. */
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

/** Whether a name can only be a type of the language itself. Names are compared as written. */
function isReservedType(name: string, language: LanguageId): boolean {
  const facts = findLanguage(language === wireLanguage ? httpLanguage : language);
  return facts?.types.reserved.has(name) ?? false;
}

/**
 * Whether a name is a label and not a type: `{ User: string }`, `(User?: Id) => void`, Ruby's `:User`.
 * The name before the `:` of a condition is a type.
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

/** Only objects are linked to: a parameter or a method of the name is no type. */
function isObject({ id, properties, parameters, returns }: Entity): boolean {
  return id !== undefined && properties !== undefined && parameters === undefined && returns === undefined;
}
