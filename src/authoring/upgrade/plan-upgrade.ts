// Compiled content and migrations → edits of its files. A migration rewrites one old spelling that a finding reports
// long before the spelling is removed.

import type { Code, Diagnostic } from '../../compiler/diagnostics/index.ts';
import type { Compilation, Document } from '../../compiler/model/index.ts';
import {
  editFiles,
  newFindings,
  withoutDuplicates,
  type CompileAgain,
  type Edit,
  type FileEdits,
} from '../edit/index.ts';

/** Rewrites an old spelling. */
export interface Migration {
  /** Codes of the findings that report the old spelling. */
  readonly codes: readonly Code[];
  /**
   * The edits for one finding. Undefined if the place must be changed by hand, for example because an alias also shows
   * it in another place.
   */
  edit(document: Document, finding: Diagnostic): readonly Edit[] | undefined;
}

/** What an upgrade changes. */
export interface Upgrade {
  readonly changes: readonly FileEdits[];
  /** New texts by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Number of findings whose places are rewritten. */
  readonly places: number;
  /** Findings whose places must be changed by hand. */
  readonly left: readonly Diagnostic[];
}

/**
 * Plans the upgrade of a content folder. A file whose new text has a new finding is not changed.
 * @param compile compiles the same folder again, with changed texts
 */
export function planUpgrade(compiled: Compilation, compile: CompileAgain, migrations: readonly Migration[]): Upgrade {
  const findings = compiled.diagnostics.filter(({ code }) => migrations.some(({ codes }) => codes.includes(code)));
  const byFile = new Map<string, Diagnostic[]>();
  for (const finding of findings) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  const planned = compiled.documents.map((document) =>
    planFile(document, byFile.get(document.file.path) ?? [], migrations),
  );
  const tried = compile(editFiles(planned.map(({ change }) => change)));
  const broken = new Set(newFindings(compiled, tried).map(({ file }) => file));
  const kept = planned.filter(({ change }) => change.edits.length > 0 && !broken.has(change.file.path));
  const changes = kept.map(({ change }) => change);
  const done = new Set(kept.flatMap((file) => file.done));
  return {
    changes,
    texts: editFiles(changes),
    places: done.size,
    left: findings.filter((finding) => !done.has(finding)),
  };
}

function planFile(
  document: Document,
  findings: readonly Diagnostic[],
  migrations: readonly Migration[],
): { readonly change: FileEdits; readonly done: readonly Diagnostic[] } {
  const done: Diagnostic[] = [];
  const edits: (readonly Edit[])[] = [];
  for (const finding of findings) {
    const migration = migrations.find(({ codes }) => codes.includes(finding.code))!;
    const found = migration.edit(document, finding);
    if (found === undefined) continue;
    edits.push(found);
    done.push(finding);
  }
  return { change: { file: document.file, edits: withoutDuplicates(edits.flat()) }, done };
}
