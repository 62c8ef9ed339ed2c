// Findings of a project in the format that was asked for.

import { countFindings, formatGithub, formatJson, formatPretty, type Diagnostic } from '../diagnostics/index.ts';
import type { Project } from '../project/index.ts';
import { hasColour, print, say, shownPath } from './terminal.ts';

export type FindingsFormat = 'pretty' | 'json' | 'github';

/** Writes findings: `pretty` in words on stderr, the others as data on stdout. */
export async function reportFindings(project: Project, format: FindingsFormat): Promise<void> {
  const folder = shownPath(project.folder);
  const prefix = folder === '.' ? '' : `${folder}/`;
  const { diagnostics } = project;
  if (format === 'json') {
    await print(formatJson(diagnostics));
  } else if (format === 'github') {
    await print(diagnostics.map((diagnostic) => formatGithub(diagnostic, prefix)).join(''));
  } else {
    const options = { prefix, hasColour: hasColour() };
    for (const diagnostic of diagnostics) say(formatPretty(diagnostic, options));
  }
}

/** “28 pages checked: 1 error, 2 warnings.” */
export function summarise(project: Project): string {
  const pages = project.reference.pages.size;
  return `${pages} ${pages === 1 ? 'page' : 'pages'} checked: ${countFindings(project.diagnostics)}.`;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
