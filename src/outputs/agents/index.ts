// Public interface of `outputs/agents`: the resolved model → indexes and data for programs.

import type { ResolvedModel, Sha256 } from '../../compiler/model/index.ts';
import { catalogName, outputFiles, siteDataName, skillsIndexName } from '../../compiler/source/index.ts';
import { writeLlmsFiles } from './llms.ts';
import { entriesOf, type WriteEntry } from './page-entry.ts';
import { writeSiteJson } from './site-json.ts';
import { writeSkills } from './skills.ts';
import { writeCatalog, writeSymbols } from './symbols.ts';

export { writeFullTexts } from './llms-full.ts';
export { pageVersion, writePageJson } from './page-json.ts';
export { entriesAfter, isListOfTree } from './page-entry.ts';
export { siteVersion } from './site-json.ts';

/** The files of a site for programs that belong to no single page, by path from its top. */
export function writeAgentFiles(resolved: ResolvedModel, sha256: Sha256): ReadonlyMap<string, string> {
  const { outputs } = resolved.site;
  const lists = writeLists(resolved, sha256, entriesOf(resolved));
  return new Map([
    ...lists,
    ...(outputs.json
      ? [
          [outputFiles.symbols, writeSymbols(resolved)] as const,
          [catalogName, writeCatalog(resolved, lists.has(skillsIndexName))] as const,
          [siteDataName, writeSiteJson(resolved)] as const,
        ]
      : []),
  ]);
}

/**
 * The lists of pages: `llms.txt` of each tree, with its parts, and skills.
 * @param writeEntry writes the lines of pages
 */
export function writeLists(
  resolved: ResolvedModel,
  sha256: Sha256,
  writeEntry: WriteEntry,
): ReadonlyMap<string, string> {
  const { outputs } = resolved.site;
  return new Map([
    ...(outputs.llms ? writeLlmsFiles(resolved, writeEntry) : []),
    ...(outputs.skills ? writeSkills(resolved, sha256, writeEntry) : []),
  ]);
}
