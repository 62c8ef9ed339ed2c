// An entity's title → the signature that opens it, in pieces: keyword, name, path parameters.

import type { EntityForm, SignaturePart } from '../model/index.ts';

const verbs = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** The HTTP verb of a curl method, in capitals. */
export function verbOf(form: EntityForm): string | undefined {
  const verb = form.entity.type?.value.toUpperCase();
  return form.source === 'curl' && form.kind === 'method' && verb !== undefined && verbs.has(verb) ? verb : undefined;
}

const keyword =
  /^(?:abstract |final |public |sealed )*(?:class|interface|struct|enum|type|module|object|record|trait|def|func|function|fn) /;

/** Cuts a title (else the key): `class Connection`, `sso.getConnection()`, `/connections/:id`. */
export function viewSignature(form: EntityForm): readonly SignaturePart[] {
  const title = form.entity.title?.value ?? form.entity.key.value;
  if (title.startsWith('/')) return cutPath(title);
  const lead = keyword.exec(title)?.[0] ?? '';
  const rest = title.slice(lead.length);
  // The last name before an argument list is what the signature is about; what leads to it is its home.
  const match = /^(?<home>.*?(?:\.|::|\\|->)?)(?<name>[\w$?!]+)(?<tail>\(.*)?$/s.exec(rest);
  const parts: SignaturePart[] = lead === '' ? [] : [{ kind: 'keyword', text: lead }];
  if (match?.groups === undefined) return [...parts, { kind: 'name', text: rest }];
  const { home = '', name = '', tail = '' } = match.groups;
  const isPath = /(?:\.|::|\\|->)$/.test(home);
  if (!isPath) return [...parts, { kind: 'name', text: rest }];
  parts.push({ kind: 'text', text: home }, { kind: 'name', text: name });
  return tail === '' ? parts : [...parts, { kind: 'text', text: tail }];
}

function cutPath(path: string): readonly SignaturePart[] {
  return path
    .split(/(:\w+|\{\w+\})/)
    .filter((text) => text !== '')
    .map((text) => ({ kind: /^[:{]/.test(text) ? 'parameter' : 'name', text }));
}
