// Findings for a person at a terminal: place, message, frame, hint.

import { pointAt } from '../source/index.ts';
import { codeFrame } from './code-frame.ts';
import type { Diagnostic } from './diagnostic.ts';
import { escapeControls } from './quote.ts';
import type { Severity } from './severity.ts';
import { pathForReader } from './path-for-reader.ts';

/** How the output may look and what paths are relative to. */
export interface PrettyOptions {
  readonly hasColour: boolean;
  /** Put before each path, so that it can be opened from where the command runs: `content/`. */
  readonly prefix: string;
}

const colours: Readonly<Record<Severity | 'dim' | 'bold', string>> = {
  error: '31',
  warning: '33',
  advice: '36',
  dim: '2',
  bold: '1',
};

/** One finding, over several lines, ending with a line feed. */
export function formatPretty(diagnostic: Diagnostic, options: PrettyOptions): string {
  const paint = (colour: keyof typeof colours, text: string): string =>
    options.hasColour ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
  const { severity, code, message, hint, source, range, related } = diagnostic;
  const head = `${paint('bold', placeOf(diagnostic, options.prefix))} ${paint(severity, severity)} ${paint('dim', code)}`;
  const lines = [head, `  ${message}`];
  if (source && range) lines.push(indent(paint('dim', codeFrame(source, range))));
  for (const place of related) {
    const at = pointAt(place.source, place.range.start);
    lines.push(`  ${place.message}: ${options.prefix}${escapeControls(place.source.path)}:${at.line}:${at.column}`);
  }
  if (hint !== undefined) lines.push(`  ${paint('bold', '→')} ${hint}`);
  return `${lines.join('\n')}\n`;
}

function placeOf({ file, source, range }: Diagnostic, prefix: string): string {
  const path = pathForReader(prefix, escapeControls(file));
  if (!source || !range) return path;
  const { line, column } = pointAt(source, range.start);
  return `${path}:${line}:${column}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}

/** “2 errors, 1 warning”; “no findings” where there are none. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'advice'] as const).map((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? '' : `${count} ${severity === 'advice' || count === 1 ? severity : `${severity}s`}`;
  });
  return counts.filter((text) => text !== '').join(', ') || 'no findings';
}
