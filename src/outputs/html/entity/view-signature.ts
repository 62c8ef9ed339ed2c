// An entity's title → its signature, in parts: keyword, name, path parameters.

import { httpLanguage, languages, type NameFacts, isHttpVerb } from '../../../compiler/languages/index.ts';
import type { EntityForm, SignaturePart } from '../../../compiler/model/index.ts';
import { endWhere, isWordCode } from '../../../compiler/text/index.ts';

/** The HTTP verb of a curl method, in capitals. */
export function verbOf(form: EntityForm): string | undefined {
  const verb = form.entity.type?.value.toUpperCase();
  return form.source === httpLanguage && form.kind === 'method' && verb !== undefined && isHttpVerb(verb)
    ? verb
    : undefined;
}

const wordsOf = (pick: (names: NameFacts) => readonly string[] | undefined): string =>
  [...new Set(languages.flatMap(({ names }) => pick(names) ?? []))].join('|');

/** Matches the words before the name in a declaration of any language. */
const keyword = new RegExp(
  `^(?:(?:${wordsOf(({ modifiers }) => modifiers)}) )*` +
    `(?:${wordsOf(({ definingWords, functionWords }) => [...definingWords, ...functionWords])}|object) `,
);

/** Splits a title (else the key) into parts: `class Connection`, `sso.getConnection()`, `/connections/:id`. */
export function viewSignature(form: EntityForm): readonly SignaturePart[] {
  const title = form.entity.title?.value ?? form.entity.key.value;
  if (title.startsWith('/')) return cutPath(title);
  const lead = keyword.exec(title)?.[0] ?? '';
  const rest = title.slice(lead.length);
  const parts: SignaturePart[] = lead === '' ? [] : [{ kind: 'keyword', text: lead }];
  const cut = cutCall(rest);
  if (cut === undefined) return [...parts, { kind: 'name', text: rest }];
  parts.push({ kind: 'text', text: cut.home }, { kind: 'name', text: cut.name });
  return cut.tail === '' ? parts : [...parts, { kind: 'text', text: cut.tail }];
}

const isNameCode = (code: number): boolean => isWordCode(code) || code === 0x24 || code === 0x3f || code === 0x21;

/** The last name before an argument list, and the qualifier before it. */
function cutCall(text: string): { readonly home: string; readonly name: string; readonly tail: string } | undefined {
  let opening = text.indexOf('(');
  while (opening >= 0 && !(opening > 0 && isNameCode(text.charCodeAt(opening - 1))))
    opening = text.indexOf('(', opening + 1);
  const called = opening < 0 ? text : text.slice(0, opening);
  const name = endWhere(called, isNameCode);
  const home = called.slice(0, called.length - name.length);
  return name !== '' && /(?:\.|::|\\|->)$/.test(home) ? { home, name, tail: text.slice(called.length) } : undefined;
}

function cutPath(path: string): readonly SignaturePart[] {
  return path
    .split(/(:\w+|\{\w+\})/)
    .filter((text) => text !== '')
    .map((text) => ({ kind: /^[:{]/.test(text) ? 'parameter' : 'name', text }));
}
