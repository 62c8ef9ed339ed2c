// Files that could not be read completely → a report without the findings that they may cause. Stele reports the damage
// itself once. All other findings in a damaged file, or elsewhere because of it, may be only consequences; real
// mistakes are reported after the file is fixed.

import { folderOf, routeOf } from './decode/index.ts';
import { findEchoes, type Diagnostic, type Report } from './diagnostics/index.ts';
import type { LostFiles, ParsedContent } from './model/index.ts';

/** @param found diagnostics of reading */
export function findLostFiles(found: readonly Diagnostic[]): LostFiles {
  return {
    lostRoutes: new Set(found.filter(isLostPage).map(({ file }) => routeOf(file))),
    lostFolders: new Set(found.filter(isLostFolder).map(({ file }) => file.normalize('NFC'))),
  };
}

/**
 * Makes the report for the stages after `parse`.
 * @param found diagnostics of reading
 * @returns `report`, without findings in partly parsed files and without consequences of damaged files
 */
export function leaveOutDamaged(
  report: Report,
  { site, pages, navigation }: ParsedContent,
  { lostRoutes, lostFolders }: LostFiles,
  found: readonly Diagnostic[],
): Report {
  const partialPages = pages.filter(({ isPartial }) => isPartial);
  const partialNavigation = navigation.filter(({ isPartial }) => isPartial);
  const partialSite = site?.isPartial ? site : undefined;
  const partial = [...partialPages, ...partialNavigation, ...(partialSite ? [partialSite] : [])];
  const partialPaths = new Set(partial.map(({ file }) => file.path));
  const isEcho = findEchoes({
    pages: partialPages.map(({ file }) => file.text),
    hasLostPages: lostRoutes.size + lostFolders.size > 0,
    folders: lostFolders,
    sections: new Set(partialNavigation.map(({ file }) => folderOf(file.path))),
    stems: new Set(found.flatMap(({ file }) => stemOfSample(file.normalize('NFC')) ?? [])),
    site: partialSite?.file.text,
  });
  return (code, place, args) => {
    const path = typeof place.file === 'string' ? place.file : place.file.path;
    if (!partialPaths.has(path) && !isEcho(code, args)) report(code, place, args);
  };
}

/** Whether a finding means that a page's file cannot be read. */
function isLostPage({ file, source }: Diagnostic): boolean {
  return source === undefined && /\.mdx?$/.test(file) && !file.startsWith('../');
}

/** Whether a finding means that a folder, or a link that may lead to one, cannot be read. */
function isLostFolder({ code, file, source }: Diagnostic): boolean {
  return code === 'unreadable-file' && source === undefined && !/\.mdx?$/.test(file);
}

function stemOfSample(path: string): string | undefined {
  return /(?:^|\/)_samples\/(.+?)(?:\.[^./]*)?$/.exec(path)?.[1];
}
