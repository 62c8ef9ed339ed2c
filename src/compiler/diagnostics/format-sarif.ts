// Findings as SARIF 2.1.0. Code hosts read it as the result of an analysis and show the findings on pull requests.

import { LineIndex, type Range, type SourceFile } from '../source/index.ts';
import { encodePath } from '../text/index.ts';
import { catalogue, codes, type Code } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import { pathForReader } from './path-for-reader.ts';

/** The content of a SARIF document besides the findings. */
export interface SarifOptions {
  /** The path from the top of the repository to the content folder: `content/`. */
  readonly prefix: string;
  /** Version of Stele. */
  readonly version: string;
  /** Returns the page of a code (`codes/<code>.md`), which hosts show beside its findings. */
  readonly explain: (code: Code) => string;
}

const levels = { error: 'error', warning: 'warning', advice: 'note' } as const;

/** The findings as one run, with a rule for each of their codes. */
export function formatSarif(diagnostics: readonly Diagnostic[], { prefix, version, explain }: SarifOptions): string {
  const used = codes.filter((code) => diagnostics.some((diagnostic) => diagnostic.code === code));
  const driver = { name: 'Stele', semanticVersion: version, rules: used.map((code) => ruleOf(code, explain(code))) };
  const index = new LineIndex();
  const results = diagnostics.map((diagnostic) => resultOf(diagnostic, prefix, used.indexOf(diagnostic.code), index));
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'unicodeCodePoints', results }],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** A rule. Its texts are the first sentence of the code's page, the first paragraph, and the whole page. */
function ruleOf(id: Code, page: string): object {
  const [, , about = id] = page.split('\n\n');
  const text = about.replace(/\s+/g, ' ').trim();
  return {
    id,
    shortDescription: { text: /^.*?\.(?= |$)/.exec(text)?.[0] ?? text },
    fullDescription: { text },
    help: { text, markdown: page },
    defaultConfiguration: { level: levels[catalogue[id].severity] },
  };
}

function resultOf(diagnostic: Diagnostic, prefix: string, ruleIndex: number, index: LineIndex): object {
  const { code, severity, message, hint, file, source, range, related } = diagnostic;
  const path = pathForReader(prefix, file);
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [{ physicalLocation: placeOf(path, source, range, index) }],
    relatedLocations: related.map((place, id) => ({
      id,
      message: { text: place.message },
      physicalLocation: placeOf(prefix + place.source.path, place.source, place.range, index),
    })),
  };
}

/** Hosts require a line: a finding about a whole file or folder gets the first one. */
function placeOf(path: string, source: SourceFile | undefined, range: Range | undefined, index: LineIndex): object {
  const artifactLocation = { uri: path === '' ? '.' : encodePath(path) };
  if (source === undefined || range === undefined) return { artifactLocation, region: { startLine: 1 } };
  const [start, end] = [index.pointAt(source, range.start), index.pointAt(source, range.end)];
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return { artifactLocation, region };
}
