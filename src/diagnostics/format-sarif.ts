// Findings as SARIF 2.1.0, which code hosts take as the results of an analysis and show on pull requests.

import { pointAt, type Range, type SourceFile } from '../source/index.ts';
import { catalogue, codes } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

const levels = { error: 'error', warning: 'warning', advice: 'note' } as const;

/** One run with all findings. `prefix` leads from the repository's top to the content folder: `content/`. */
export function formatSarif(diagnostics: readonly Diagnostic[], prefix: string, version: string): string {
  const used = codes.filter((code) => diagnostics.some((diagnostic) => diagnostic.code === code));
  const rules = used.map((id) => ({ id, defaultConfiguration: { level: levels[catalogue[id].severity] } }));
  const driver = { name: 'Stele', semanticVersion: version, rules };
  const results = diagnostics.map((diagnostic) => resultOf(diagnostic, prefix, used.indexOf(diagnostic.code)));
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'unicodeCodePoints', results }],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function resultOf(diagnostic: Diagnostic, prefix: string, ruleIndex: number): object {
  const { code, severity, message, hint, file, source, range, related } = diagnostic;
  const path = file === '.' ? prefix.replace(/\/$/, '') : prefix + file;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [{ physicalLocation: placeOf(path, source, range) }],
    relatedLocations: related.map((place, id) => ({
      id,
      message: { text: place.message },
      physicalLocation: placeOf(prefix + place.source.path, place.source, place.range),
    })),
  };
}

function placeOf(path: string, source: SourceFile | undefined, range: Range | undefined): object {
  const artifactLocation = { uri: path.split('/').map(encodeURIComponent).join('/') };
  if (source === undefined || range === undefined) return { artifactLocation };
  const [start, end] = [pointAt(source, range.start), pointAt(source, range.end)];
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return { artifactLocation, region };
}
