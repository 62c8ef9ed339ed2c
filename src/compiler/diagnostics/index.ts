// The exports of `diagnostics`: the catalogue, reporting, and the output formats of findings.

export { arrangeFindings } from './arrange-findings.ts';
export { catalogue, codes, isCode, type Code, type CodeArgs } from './catalogue.ts';
export { compareFindings, type FindingChanges } from './compare-findings.ts';
export {
  collectDiagnostics,
  compareDiagnostics,
  makeDiagnostic,
  type Diagnostic,
  type Place,
  type RelatedPlace,
  type Report,
} from './diagnostic.ts';
export { codeFrame } from './code-frame.ts';
export { findEchoes, isIn, type Damage } from './find-echoes.ts';
export { formatGithub } from './format-github.ts';
export { describeDiagnostic, formatJson, type DescribedDiagnostic } from './format-json.ts';
export { countFindings, formatPretty, type PrettyOptions } from './format-pretty.ts';
export { formatSarif } from './format-sarif.ts';
export { pathForReader } from './path-for-reader.ts';
export { escapeControls, quote, quoteAll } from './quote.ts';
export { replaceDirective } from './replace-directive.ts';
export type { Severity } from './severity.ts';
