// A type as written → the same text with the documented names in it linked (format.md 4, `type`).

import type { LanguageId, Page, ReferenceModel, TypeSpan, TypeText } from '../model/index.ts';
import { chooseEntity } from './resolve-references.ts';

/** String literals, else names with their package prefixes. */
const token = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|[A-Za-z_$][\w$]*(?:(?:\.|::|\\)[A-Za-z_$][\w$]*)*/g;

/** Cuts a type at its names. A name links where it means one documented object of the language; ties stay plain. */
export function resolveType(model: ReferenceModel, page: Page, language: LanguageId, type: string): TypeText {
  const spans: TypeSpan[] = [];
  let done = 0;
  for (const match of type.matchAll(token)) {
    const target = targetOf(model, page, language, match[0]);
    if (target === undefined) continue;
    if (match.index > done) spans.push({ text: type.slice(done, match.index) });
    spans.push({ text: match[0], target });
    done = match.index + match[0].length;
  }
  if (done < type.length) spans.push({ text: type.slice(done) });
  return spans;
}

function targetOf(model: ReferenceModel, page: Page, language: LanguageId, name: string): TypeSpan['target'] {
  if (/^["'`]/.test(name)) return undefined;
  const last = /[\w$]+$/.exec(name)?.[0];
  for (const key of last === undefined || last === name ? [name] : [name, last]) {
    const choice = chooseEntity(model, page, language, key);
    if (choice === undefined || !('found' in choice)) continue;
    const { entity, page: home } = choice.found;
    if (entity.id && entity.properties) return { route: home.route, id: entity.id.value };
  }
  return undefined;
}
