// What could not be read on a side: files and parts of files. Changes there are unknown, since a name that
// seems to be missing may stand in the damaged part.

import type { Reference } from '../export/index.ts';
import type { Finding, Unknown } from './change.ts';

/** Findings after which all of a file, or most of it, is missing. */
const wholeFile: ReadonlySet<string> = new Set([
  'unreadable-file',
  'not-utf8',
  'file-too-large',
  'yaml-syntax',
  'unclosed-frontmatter',
  'misplaced-frontmatter',
  'yaml-too-deep',
  'too-many-keys',
  'too-many-aliases',
  'unknown-alias',
  'alias-cycle',
  'missing-key',
  'duplicate-key',
  'sample-line-too-long',
  'missing-region',
  'unclosed-region',
  'repeated-region',
  'stray-endregion',
]);

/** Findings that mean that a part of a file was not read. */
const losses: ReadonlySet<string> = new Set([
  ...wholeFile,
  'mdx-syntax',
  'jsx-too-deep',
  'markdown-too-deep',
  'markdown-too-costly',
  'unknown-placeholder',
  'placeholder-without-self',
  'placeholder-cycle',
  'unknown-reference',
  'unknown-member',
  'ambiguous-reference',
  'reference-cycle',
  'too-many-rows',
  'items-too-deep',
  'unknown-language',
  'duplicate-entity',
  'wrong-type',
  'unknown-key',
]);

export function findUnknown({ diagnostics }: Reference, side: 'base' | 'head'): readonly Unknown[] {
  return diagnostics
    .filter(({ code, severity }) => severity === 'error' && losses.has(code))
    .map(({ code, message, file, range }) => ({
      side,
      file,
      ...(range ? { line: range.start.line, column: range.start.column } : {}),
      code,
      message,
    }));
}

/** Kinds whose cause may be that a part of a side is missing. */
const causedByLoss = new RegExp(
  [
    '^(?:language|page|entity|form|redirect|sample|deprecated)-(?:removed|added|redirected)',
    '^(?:language|page|entity|form|redirect|sample|deprecated)-(?:moved|lost-address|id-changed)',
    '^(?:input|output|required-input)-(?:removed|added)',
    '^nesting|^anchor|^description',
  ].join('|'),
);

/**
 * Leaves out the findings that a loss may have caused.
 */
export function leaveOutLost(findings: readonly Finding[], base: Reference, head: Reference): readonly Finding[] {
  const lost = { base: lostFiles(base), head: lostFiles(head) };
  if (lost.base.size + lost.head.size === 0) return findings;
  const fileOf = (side: Reference): ReadonlyMap<string, string> =>
    new Map(side.pages.map(({ route, file }) => [route, file]));
  const files = { base: fileOf(base), head: fileOf(head) };
  const isLost = (file: string | undefined): boolean =>
    file !== undefined && (lost.base.has(file) || lost.head.has(file));
  const losesAll = (side: 'base' | 'head'): boolean => lost[side].has('') || lost[side].has('site.yaml');
  return findings.filter(({ kind, subject, base: from, head: to }) => {
    if (!causedByLoss.test(kind)) return true;
    if (/^(?:language|redirect)-/.test(kind)) return !losesAll('base') && !losesAll('head');
    const { page } = subject;
    const pageFiles = [files.base.get(page?.base ?? '\n'), files.head.get(page?.head ?? '\n')];
    if (lost.base.has('') || lost.head.has('')) return false;
    return ![...pageFiles, from?.file, to?.file].some(isLost);
  });
}

/** Files that are not whole; `''` is a folder that could not be read. */
function lostFiles({ diagnostics, pages }: Reference): ReadonlySet<string> {
  const files = new Set(pages.filter(({ isDamaged }) => isDamaged).map(({ file }) => file));
  for (const { code, severity, file } of diagnostics)
    if (severity === 'error' && wholeFile.has(code)) files.add(/\.\w+$/.test(file) ? file : '');
  return files;
}
