// Publishes the site of a pull request in its folder of the branch, marked as a preview. An earlier one is replaced.

import { readFile } from 'node:fs/promises';
import { checkFiles, isOfHost, type KnownScripts } from './check-files.ts';
import { listInlineScripts } from './check-markup.ts';
import type { Git } from './git.ts';
import type { ReportedRows } from '../report/report.ts';
import { markPreview, type PageChange } from './mark-preview.ts';
import { markRows, marksScript, marksStyle } from './mark-rows.ts';
import {
  changeBranch,
  noJekyll,
  openWorkshop,
  readBranch,
  type Root,
  type Target,
  type Workshop,
} from './pages-branch.ts';
import { previewFolderName } from './preview-folder.ts';
import { readSite, SiteRefused, type SiteBounds, type SiteFile } from './read-site.ts';

/** A preview and where it goes. */
export interface Preview extends Target {
  /** Folder of the built site. Its content is data. */
  readonly site: string;
  readonly pr: string;
  readonly sha: string;
  /** Name of the branch, which its author chose. */
  readonly ref: string;
  /** Whether a stranger made the site: then it may have no scripts but those of the published site. */
  readonly isForeign: boolean;
  /** Further pages of the preview, by path, e.g. the list of changed pages; they are not judged. */
  readonly pages?: ReadonlyMap<string, string>;
  /** Rows that differ from the base, by the path of their page. */
  readonly rows?: ReadonlyMap<string, ReportedRows>;
  /** Pages that differ from the base, by path. */
  readonly changes?: ReadonlyMap<string, PageChange>;
  /** Words and path of a link in the bar of each page. */
  readonly list?: { readonly words: string; readonly path: string } | undefined;
  readonly bounds?: SiteBounds;
}

/**
 * Publishes a preview.
 * @returns what was done, as a sentence
 * @throws SiteRefused, GitFailure; the branch is then unchanged
 */
export async function publishPreview(preview: Preview): Promise<string> {
  const all = await readSite(preview.site, preview.bounds);
  const files = all.filter(({ path }) => !isOfHost(path));
  const clash = files.find(({ path }) => preview.pages?.has(path) === true);
  if (clash !== undefined) throw new SiteRefused(`${clash.path} is a page that only the preview itself may have.`);
  const workshop = await openWorkshop(preview);
  try {
    const { git } = workshop;
    if (preview.isForeign) await judge(workshop, preview, files);
    const entry = await workshop.storeSite(
      files,
      async ({ path, source }) => {
        if (!/\.html?$/i.test(path)) return undefined;
        return markPage(await readFile(source, 'utf8'), path, preview);
      },
      preview.pages,
    );
    const folder = previewFolderName(preview.pr);
    const marker = await noJekyll(git);
    const message = `Preview of pull request ${preview.pr} at ${preview.sha.slice(0, 7)}`;
    const change = (root: Root): Root => new Map([...root, [folder, entry], ['.nojekyll', marker]]);
    const hasChanged = await changeBranch(git, preview.branch, message, change);
    return hasChanged ? `Published ${files.length} files in ${folder}.` : `${folder} is the same already.`;
  } finally {
    await workshop.close();
  }
}

/** A page of a preview with its bar and the marks of its rows. */
export function markPage(html: string, path: string, preview: Preview): string {
  const up = '../'.repeat(path.split('/').length - 1);
  const hasMarks = preview.pages?.has(marksScript) === true;
  const marks = hasMarks ? { style: up + marksStyle, script: up + marksScript } : undefined;
  const rows = preview.rows?.get(path);
  return markPreview(markRows(html, rows), {
    ...preview,
    list: linkTo(preview.list, path),
    change: preview.changes?.get(path),
    marks,
  });
}

/** The link of the bar, from the page at a path. */
function linkTo(list: Preview['list'], path: string): Preview['list'] {
  return list && { words: list.words, path: '../'.repeat(path.split('/').length - 1) + list.path };
}

async function judge({ git }: Workshop, { branch }: Target, files: readonly SiteFile[]): Promise<void> {
  const known = await readKnownScripts(git, await readBranch(git, branch));
  const scripts = files.filter(({ path }) => /\.m?js$/i.test(path));
  const paths = scripts.map(({ source }) => `${source}\n`).join('');
  const hashes = paths === '' ? [] : (await git(['hash-object', '--no-filters', '--stdin-paths'], paths)).split('\n');
  const byPath = new Map(scripts.map(({ path }, index) => [path, hashes[index]]));
  await checkFiles(files, known, ({ path }) => byPath.get(path));
}

/** The scripts of the site at the root of the branch; none if no site is published. */
async function readKnownScripts(git: Git, root: Root): Promise<KnownScripts> {
  const [stele, index] = [root.get('_stele'), root.get('index.html')];
  const inline = index === undefined ? '' : await readBlob(git, index);
  if (stele === undefined) return { files: new Set(), inline: new Set(listInlineScripts(inline)) };
  const listed = (await git(['ls-tree', '-r', stele.split(' ')[2] ?? ''])).split('\n');
  const scripts = listed.flatMap((line) => /^100644 blob ([0-9a-f]+)\t.*\.m?js$/.exec(line)?.[1] ?? []);
  return { files: new Set(scripts), inline: new Set(listInlineScripts(inline)) };
}

/** The text of a file of the branch. It is fetched now: the branch was fetched without its files. */
function readBlob(git: Git, entry: string): Promise<string> {
  return git(['cat-file', 'blob', entry.split(' ')[2] ?? '']);
}
