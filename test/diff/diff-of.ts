// Helpers of the tests of `stele diff`: two content folders in memory → the changes between them.

import type { Change, Diff } from '../../src/outputs/diff/index.ts';
import { diffReferences, type DiffOptions } from '../../src/outputs/diff/index.ts';
import { exportReference, type Reference } from '../../src/outputs/export/index.ts';
import { compile } from '../compile.ts';

export type Files = Readonly<Record<string, string>>;

const known = new Map<Files, Reference>();

/** The exported reference of files, as another process would read it. Each folder is compiled once. */
export function referenceOf(files: Files): Reference {
  const reference = known.get(files) ?? exportOf(files);
  known.set(files, reference);
  return reference;
}

function exportOf(files: Files): Reference {
  const { resolved, diagnostics } = compile(files);
  return JSON.parse(JSON.stringify(exportReference(resolved, diagnostics))) as Reference;
}

export function diffOf(base: Files, head: Files, options: DiffOptions = {}): Diff {
  return diffReferences(referenceOf(base), referenceOf(head), options);
}

/** A change in a short form: `breaking output-renamed js,python door.lock`. */
export function short({ impact, kind, languages, subject: { field, entity, page } }: Change): string {
  const name = field ?? entity ?? (page === undefined ? 'site' : `/${page.base ?? page.head}`);
  return [impact, kind, languages.join(',') || '-', name].join(' ');
}

export function changesOf(base: Files, head: Files, options: DiffOptions = {}): readonly string[] {
  return diffOf(base, head, options).changes.map(short);
}
