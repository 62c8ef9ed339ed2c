// `stele changelog`: writes what the versions of a reference have changed as pages and Atom feeds.

import { dirname, join, relative, sep } from 'node:path';
import { GitFailed, makeFolder, publicFolderOf, readText, writeWhole } from '../disk/index.ts';
import {
  compareRelease,
  feedMark,
  pageMark,
  unreadableRelease,
  writeChangelog,
  type Release,
  type TaggedReference,
} from '../outputs/changelog/index.ts';
import { NoContent } from '../project/index.ts';
import { listTags, openSide, SideRefused, type SideOptions } from '../sides/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { pathForUser, say, userFolder, userPath } from './terminal.ts';

export const changelog: Command = {
  summary: 'write what each version has changed as pages and feeds',
  help: `Usage: stele changelog [options]

Compares each git tag with the one before it, and writes for each language a page with the changes that its
readers see, the newest version first, and an Atom feed. One more feed has the changes in all languages.
The order of tags is the order of their commits in time. Links lead to places that the content folder has
now. The same tags and content give the same files. Pages and feeds are files of the content: commit them.

Writes <out>/<language>.md, and in the folder public beside the content <route>.xml and <route>/<language>.xml.
Feeds need the address of the site: url in site.yaml.

Tags are read from git's objects: nothing is checked out, fetched or executed.

Options:
  --content DIR      content folder (default: content)
  --tags PATTERN     glob of the tags that are versions (default: v[0-9]*)
  --out DIR          folder of the pages, in the content folder (default: changelog in it)
  --check            write nothing; exit code 1 if a file would change
  --dry-run          name the files that would change, and write nothing
  --no-cache         compile every tag again

Exit codes: 0 written, 1 with --check: a file would change, 2 the command line, no tags, a shallow clone, no url.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      content: { type: 'string' },
      tags: { type: 'string' },
      out: { type: 'string' },
      check: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      'no-cache': { type: 'boolean' },
    });
    if (positionals.length > 0) throw new UsageError('stele changelog takes options only: --tags "v*".');
    const contentFolder = userPath(String(values['content'] ?? 'content'));
    const route = routeOf(contentFolder, values['out']);
    const mayCache = values['no-cache'] !== true;
    const options = { contentFolder, userFolder: userFolder(), mayCache, keepsEach: true };
    const { reference: newest } = await openSide(contentFolder, options);
    const { url, languages } = newest.site;
    if (url === undefined)
      throw new UsageError(
        'Feeds need the address of the site, and site.yaml has none.\n→ Add it: `url: https://docs.example.com/`.',
      );
    const ids = languages.map(({ id }) => id);
    const releases = await compareTags(String(values['tags'] ?? 'v[0-9]*'), ids, route, options);
    const { pages, feeds } = writeChangelog(releases, { newest, route, url });
    const files = [
      ...[...pages].map(([path, text]) => ({ path: join(contentFolder, path), text, mark: pageMark })),
      ...[...feeds].map(([path, text]) => ({ path: join(publicFolderOf(contentFolder), path), text, mark: feedMark })),
    ];
    const changed = await findChanged(files);
    const isDry = values['check'] === true || values['dry-run'] === true;
    for (const { path, text } of changed) {
      if (!isDry) {
        await makeFolder(dirname(path));
        await writeWhole(path, text);
      }
      say(`${isDry ? 'Would write' : 'Wrote'} ${pathForUser(path)}`);
    }
    const sum = `${releases.length} ${releases.length === 1 ? 'version' : 'versions'}`;
    const state = changed.length === 0 ? 'is up to date' : isDry ? 'is not up to date' : 'is written';
    say(`The changelog of ${sum} ${state}.`);
    return values['check'] === true && changed.length > 0 ? 1 : 0;
  },
};

/** The route of the pages' folder. */
function routeOf(contentFolder: string, out: string | boolean | undefined): string {
  const folder = out === undefined ? join(contentFolder, 'changelog') : userPath(String(out));
  const route = relative(contentFolder, folder).split(sep).join('/');
  const isHidden = route.split('/').some((part) => part === '' || /^[._]/.test(part));
  if (!isHidden && !/^[A-Za-z]:/.test(route)) return route;
  throw new UsageError(
    `--out must be a folder in the content folder ${pathForUser(contentFolder)} whose pages are published.`,
  );
}

/** Compares each tag with the next older one that can be read. The newest comes first. */
async function compareTags(
  pattern: string,
  languages: readonly string[],
  route: string,
  options: SideOptions,
): Promise<readonly Release[]> {
  const releases: Release[] = [];
  let base: TaggedReference | undefined;
  for (const tag of (await listTags(options.contentFolder, pattern)).toReversed()) {
    const read = await openTag(tag.name, options);
    if ('failure' in read) {
      say(`${tag.name} cannot be read, so its changes are unknown: ${read.failure}`);
      releases.unshift(unreadableRelease(tag, read.failure));
      continue;
    }
    const head = { tag, reference: read.reference };
    releases.unshift(compareRelease(base, head, languages, route));
    base = head;
  }
  return releases;
}

async function openTag(
  name: string,
  options: SideOptions,
): Promise<{ readonly failure: string } | { readonly reference: TaggedReference['reference'] }> {
  try {
    return { reference: (await openSide(`refs/tags/${name}`, options)).reference };
  } catch (error) {
    if ([GitFailed, NoContent, SideRefused].some((kind) => error instanceof kind))
      return { failure: (error as Error).message };
    throw error;
  }
}

interface WrittenFile {
  readonly path: string;
  readonly text: string;
  /** What a file contains that the command has written. */
  readonly mark: string;
}

/** @throws UsageError if a file is not one that the command has written */
async function findChanged(files: readonly WrittenFile[]): Promise<readonly WrittenFile[]> {
  const changed: WrittenFile[] = [];
  for (const file of files) {
    const old = await readText(file.path);
    if (old !== undefined && !old.includes(file.mark))
      throw new UsageError(
        `${pathForUser(file.path)} is not a file that stele changelog has written, so it stays.\n` +
          '→ Move it, or choose another folder: `--out DIR`.',
      );
    if (old !== file.text) changed.push(file);
  }
  return changed;
}
