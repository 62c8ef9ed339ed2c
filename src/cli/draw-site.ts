// Draws a compiled project into a folder, checks the result and writes Stele's marker. Decides whether a failure is the
// site's own code's.

import { stripVTControlCharacters } from 'node:util';
import {
  findDiskError,
  findLostFiles,
  findMissingPart,
  listSiteFiles,
  openSite,
  SiteIncomplete,
  writeMarker,
  type Project,
  type Timings,
} from '../project/index.ts';
import type { CodeLinkCounts } from '../compiler/model/index.ts';
import { pathForUser, startProgress } from './terminal.ts';
import { version } from './version.ts';

/** Code of the site, in bodies or components, failed. It is not a bug of Stele. */
export class OwnCodeFailed extends Error {
  override readonly name = 'OwnCodeFailed';

  constructor(cause: unknown) {
    const { message, id, loc } = cause as Error & {
      id?: string;
      loc?: { file?: string; line?: number; column?: number };
    };
    const file = loc?.file ?? id;
    const place =
      file === undefined ? '' : ` (${[pathForUser(file), loc?.line, loc?.column].filter(Boolean).join(':')})`;
    super(`Nothing was written: the site's own code failed${place}.\n${stripVTControlCharacters(message)}`, { cause });
  }
}

/** Whether the site's own code may have failed: not if the disk failed or parts of Stele are missing. */
function isOfOwnCode(error: unknown, content: string): boolean {
  const failed = findDiskError(error);
  // Code that looks for a file that is not there is code with a mistake.
  return failed === undefined ? findMissingPart(error, content) === undefined : failed.code === 'ENOENT';
}

export interface Drawn {
  readonly timings: Timings;
  readonly links: CodeLinkCounts;
  /** Folders of the pages below the site's top. */
  readonly paths: readonly string[];
}

/**
 * Draws the site; gives milliseconds by stage, and what the names in its samples lead to. Astro bundles the templates
 * before it asks for the first page.
 */
export async function drawSite(project: Project, folder: string, base: string): Promise<Drawn> {
  const loading = performance.now();
  const [data, { buildSite }] = await Promise.all([openSite(project), import('../astro/index.ts')]);
  const all = data.addresses.length;
  const progress = startProgress('Drawing pages');
  const bundling = performance.now();
  let drawing = bundling;
  const onPage = (drawn: number): void => {
    if (drawn === 1) drawing = performance.now();
    progress.update(drawn, all);
  };
  try {
    await buildSite(data, { contentFolder: project.folder, outDir: folder, base, onPage });
  } catch (error) {
    const hasOwnCode = data.mayRunCode || data.components.size > 0 || data.parts.size > 0;
    throw hasOwnCode && isOfOwnCode(error, project.folder) ? new OwnCodeFailed(error) : error;
  }
  progress.end();
  const drawn = performance.now();
  const paths = data.addresses.map((at) =>
    [at.language, at.route].flatMap((part) => (part ? [`${part}/`] : [])).join(''),
  );
  const files = await listSiteFiles(folder);
  const lost = findLostFiles(
    folder,
    files,
    paths.map((path) => `${path}index.html`),
    { base, url: project.resolved.site.url },
  );
  if (lost.length > 0) throw new SiteIncomplete(lost);
  await writeMarker(folder, { pages: all, version, base }, files);
  const timings = new Map([
    ['load', bundling - loading],
    ['bundle', drawing - bundling],
    ['draw', drawn - drawing],
    ['verify', performance.now() - drawn],
  ]);
  return { timings, links: data.codeLinks(), paths };
}
