// Public interface of `outputs/agents`: the resolved model → indexes and data for programs.

import type { ResolvedModel, Sha256 } from '../../compiler/model/index.ts';
import { catalogName, outputFiles, siteDataName } from '../../compiler/source/index.ts';
import { writeLlmsFiles } from './llms.ts';
import { writeSiteJson } from './site-json.ts';
import { writeSkills } from './skills.ts';
import { writeCatalog, writeSymbols } from './symbols.ts';

export { writeFullTexts } from './llms-full.ts';
export { pageVersion, writePageJson } from './page-json.ts';
export { siteVersion } from './site-json.ts';

/** The files of a site for programs that belong to no single page, by path from its top. */
export function writeAgentFiles(resolved: ResolvedModel, sha256: Sha256): ReadonlyMap<string, string> {
  const { outputs } = resolved.site;
  const skills = outputs.skills ? writeSkills(resolved, sha256) : new Map<string, string>();
  return new Map([
    ...(outputs.llms ? writeLlmsFiles(resolved) : []),
    ...(outputs.json
      ? [
          [outputFiles.symbols, writeSymbols(resolved)] as const,
          [catalogName, writeCatalog(resolved, skills.size > 0)] as const,
          [siteDataName, writeSiteJson(resolved)] as const,
        ]
      : []),
    ...skills,
  ]);
}
