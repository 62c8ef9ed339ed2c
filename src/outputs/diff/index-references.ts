// What an entity reference of base shows: `(Door.lock)` is the field of an entity, and `(limit)` a shared parameter.

import { wordsOfName } from '../../compiler/text/index.ts';
import type { ReferenceForm } from '../export/index.ts';
import type { Subject } from './change.ts';
import { pairOf } from './compare-entities.ts';
import type { PageMatch } from './match-pages.ts';

/**
 * @returns a function from a language, a key and a member to the subject. A field of an entity has the subject that its
 * own changes have. Everything else is named as it is in all languages.
 */
export function indexReferences(
  matches: readonly PageMatch[],
): (language: string, key: string, member: string | undefined) => Subject {
  const forms = new Map<string, { readonly form: ReferenceForm; readonly subject: Subject }[]>();
  for (const match of matches) {
    for (const { id, forms: own } of match.base?.entities ?? []) {
      const subject = { page: pairOf(match), entity: id };
      for (const [language, form] of Object.entries(own)) {
        const key = `${language}\n${form.key}`;
        const known = forms.get(key);
        if (known) known.push({ form, subject });
        else forms.set(key, [{ form, subject }]);
      }
    }
  }
  return (language, key, member) => {
    const [only, another] = forms.get(`${language}\n${key}`) ?? [];
    const items = only?.form.properties ?? [];
    const field = items.find(({ name }) => name !== undefined && name === member)?.identity;
    if (only && !another && field !== undefined) return { ...only.subject, field };
    const names = [key, ...(member === undefined ? [] : [member])];
    return { kind: 'shared', field: names.map((name) => wordsOfName(name).join('_').toLowerCase()).join('.') };
  };
}
