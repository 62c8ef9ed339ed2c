// Findings as workflow commands, which code hosts show at the lines of a pull request.

import { LineIndex } from '../source/index.ts';
import type { Diagnostic } from './diagnostic.ts';
import { escapeControls } from './quote.ts';
import { pathForReader } from './path-for-reader.ts';

const commands = { error: 'error', warning: 'warning', advice: 'notice' } as const;

/**
 * One finding as one line.
 * @param prefix the path from the top of the repository to the content folder: `content/`
 * @param index shared by findings that are written out together
 */
export function formatGithub(
  { code, severity, message, hint, file, source, range }: Diagnostic,
  prefix: string,
  index: LineIndex = new LineIndex(),
): string {
  const properties: [string, string | number][] = [['file', pathForReader(prefix, file)]];
  if (source && range) {
    const [start, end] = [index.pointAt(source, range.start), index.pointAt(source, range.end)];
    properties.push(['line', start.line], ['endLine', end.line]);
    // The host ignores columns of a range over several lines.
    if (start.line === end.line) properties.push(['col', start.column], ['endColumn', end.column]);
  }
  properties.push(['title', code]);
  const list = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
  const text = hint === undefined ? message : `${message} ${hint}`;
  return `::${commands[severity]} ${list}::${escapeData(text)}\n`;
}

function escapeData(text: string): string {
  return escapeControls(text).replace(/%/g, '%25');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
