// Findings for a person at a terminal: place, message, frame, hint.

import { LineIndex } from '../source/index.ts';
import { codeFrame } from './code-frame.ts';
import type { Diagnostic } from './diagnostic.ts';
import { escapeControls } from './quote.ts';
import type { Severity } from './severity.ts';
import { pathForReader } from './path-for-reader.ts';

/** Options of the output for a terminal. */
export interface PrettyOptions {
  readonly hasColour: boolean;
  /** Put before each path, so that the path can be opened from the current folder: `content/`. */
  readonly prefix: string;
}

const colours: Readonly<Record<Severity | 'dim' | 'bold', string>> = {
  error: '31',
  warning: '33',
  advice: '36',
  dim: '2',
  bold: '1',
};

/**
 * One finding, over several lines, ending with a line feed.
 * @param index shared by findings that are written out together
 */
export function formatPretty(
  diagnostic: Diagnostic,
  options: PrettyOptions,
  index: LineIndex = new LineIndex(),
): string {
  const paint = (colour: keyof typeof colours, text: string): string =>
    options.hasColour ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
  const { severity, code, message, hint, source, range, related } = diagnostic;
  const place = paint('bold', placeOf(diagnostic, options.prefix, index));
  const lines = [`${place} ${paint(severity, severity)} ${paint('dim', code)}`, `  ${message}`];
  if (source && range) lines.push(indent(paint('dim', codeFrame(source, range, index))));
  for (const { message, source, range } of related) {
    const at = index.pointAt(source, range.start);
    lines.push(`  ${message}: ${options.prefix}${escapeControls(source.path)}:${at.line}:${at.column}`);
  }
  if (hint !== undefined) lines.push(`  ${paint('bold', '→')} ${hint}`);
  return `${lines.join('\n')}\n`;
}

function placeOf({ file, source, range }: Diagnostic, prefix: string, index: LineIndex): string {
  const path = pathForReader(prefix, escapeControls(file));
  if (!source || !range) return path;
  const { line, column } = index.pointAt(source, range.start);
  return `${path}:${line}:${column}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}

/** Counts findings: “2 errors, 1 warning”, or “no findings”. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'advice'] as const).map((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? '' : `${count} ${severity === 'advice' || count === 1 ? severity : `${severity}s`}`;
  });
  return counts.filter((text) => text !== '').join(', ') || 'no findings';
}
