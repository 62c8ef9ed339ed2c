// `stele init`: writes the files of a new repository into a folder.

import { basename, join } from 'node:path';
import { env, stdin, stderr } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { draftEntity, editFiles } from '../authoring/edit/index.ts';
import {
  joinPackageFile,
  starterContent,
  starterEntities,
  starterProject,
  starterSamples,
  type Starter,
} from '../authoring/starter/index.ts';
import { suggest } from '../compiler/text/index.ts';
import { builtInLanguages, compileContent } from '../compiler/index.ts';
import { isEmptyFolder, makeFolder, readText } from '../disk/index.ts';
import { contentOf, writeChanges, type FileChange } from '../project/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { pathForUser, print, say, userPath } from './terminal.ts';
import { undoChangesIn } from './undo-changes.ts';
import { version } from './version.ts';

const usualLanguages = 'curl, js, python';

export const init: Command = {
  summary: 'write the files of a new repository',
  help: `Usage: stele init [folder] [options]

Writes a small reference, a quick start, the navigation, settings for git and editors, and a README, and adds
scripts to package.json. It replaces no file: files that exist stay as they are. It refuses a folder that has
content already. Without options it asks for the title and the languages.

Options:
  --title WORDS      title of the site (default: the name of the folder)
  --languages IDS    languages of the reference, such as curl,js,python (default: ${usualLanguages})
  --yes              ask nothing
  --json             print JSON: the files that were written, added to and kept

Exit codes: 0 written, 2 the command line, or a folder that has content.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      title: { type: 'string' },
      languages: { type: 'string' },
      yes: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    if (positionals.length > 1) throw new UsageError('stele init takes one folder.');
    const folder = userPath(positionals[0] ?? '.');
    await undoChangesIn(folder);
    await refuseContent(folder);
    const starter = await readStarter(folder, values);
    const changes = [...(await projectChanges(folder, starter)), ...contentChanges(starter)];
    await makeFolder(folder);
    await writeChanges(folder, changes);
    const kept = [...starterProject(starter).keys()].filter((path) => !changes.some((change) => change.path === path));
    if (values['json'] === true) {
      const paths = (isNew: boolean): readonly string[] =>
        changes.filter(({ before }) => (before === undefined) === isNew).map(({ path }) => path);
      const data = { folder: pathForUser(folder), written: paths(true), added: paths(false), kept };
      await print(`${JSON.stringify(data, undefined, 2)}\n`);
      return 0;
    }
    for (const path of kept) say(`Kept ${pathForUser(join(folder, path))}`);
    for (const { path, before } of changes)
      say(`${before === undefined ? 'Wrote' : 'Added to'} ${pathForUser(join(folder, path))}`);
    const place = pathForUser(folder);
    const manager = /^(?:npm|pnpm|yarn|bun)(?=\/)/.exec(env['npm_config_user_agent'] ?? '')?.[0] ?? 'npm';
    const isInstalled = !(await isEmptyFolder(join(folder, 'node_modules/stele')));
    const steps = [
      ...(place === '.' ? [] : [`cd ${/^[\w./-]+$/.test(place) ? place : `"${place}"`}`]),
      ...(isInstalled ? [] : [`${manager} install`]),
      `${manager} run dev`,
    ];
    say('\n`stele ci github` and `stele ci gitlab` write the files that check and publish pull requests.');
    say(`Next: ${steps.join(' && ')}`);
    return 0;
  },
};

/** @throws UsageError if the folder has content */
async function refuseContent(folder: string): Promise<void> {
  if (!(await isEmptyFolder(join(folder, 'content'))))
    throw new UsageError(
      `${pathForUser(join(folder, 'content'))} has files already, so nothing was written.\n` +
        '→ Name a new folder: `stele init docs`. `stele new` adds pages to content that exists.',
    );
}

async function readStarter(
  folder: string,
  values: Readonly<Record<string, string | boolean | undefined>>,
): Promise<Starter> {
  const { yes, title, languages } = values;
  const isAsking = yes !== true && stdin.isTTY === true;
  const reader = isAsking ? createInterface({ input: stdin, output: stderr }) : undefined;
  // An iterator also keeps lines that are typed or pasted before their question.
  const lines = reader?.[Symbol.asyncIterator]();
  reader?.on('SIGINT', () => reader.close());
  const ask = async (question: string, usual: string): Promise<string> => {
    if (reader === undefined || lines === undefined) return usual;
    reader.setPrompt(`${question} (${usual}) `);
    reader.prompt();
    const { done, value } = await lines.next();
    // The user has pressed Ctrl-C or Ctrl-D.
    if (done === true) throw new UsageError('\nNothing was written.');
    return value.trim() || usual;
  };
  try {
    return {
      title: readTitle(typeof title === 'string' ? title : await ask('Title of the site?', basename(folder))),
      languages: readLanguages(typeof languages === 'string' ? languages : await ask('Languages?', usualLanguages)),
    };
  } finally {
    reader?.close();
  }
}

function readTitle(title: string): string {
  if (title.trim() === '' || /\p{Cc}/u.test(title)) throw new UsageError('The title must be one line of text.');
  return title.trim();
}

/** @throws UsageError for a language that Stele does not know */
function readLanguages(text: string): readonly string[] {
  const ids = [...new Set(text.split(/[,\s]+/).filter((id) => id !== ''))];
  const known = builtInLanguages.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const near = suggest(unknown, known);
    throw new UsageError(
      `There is no built-in language ${unknown}.${near === undefined ? '' : ` Did you mean ${near}?`} ` +
        `The built-in ones are ${known.join(', ')}.`,
    );
  }
  if (ids.length === 0) throw new UsageError('A site needs at least one language.');
  return ids;
}

/** The content, with the entities in each language. */
function contentChanges(starter: Starter): readonly FileChange[] {
  const chosen = builtInLanguages.filter(({ id }) => starter.languages.includes(id));
  const texts = new Map([
    ...starterContent(starter),
    ...starterSamples(chosen.map(({ extensions }) => extensions[0]!)),
  ]);
  for (const entity of starterEntities) {
    const files = [...texts].map(([path, text]) => ({ path, text }));
    const compiled = compileContent(contentOf('content', files).content);
    const draft = draftEntity(compiled, compiled.resolved.site.languages, entity);
    if ('refusal' in draft) throw new Error(draft.refusal);
    for (const [path, text] of editFiles(draft.edits)) texts.set(path, text);
  }
  return [...texts].map(([path, after]) => ({ path: `content/${path}`, after }));
}

/** The other files: those that exist stay, and the package file gets scripts. */
async function projectChanges(folder: string, starter: Starter): Promise<readonly FileChange[]> {
  const changes: FileChange[] = [];
  const before = await readText(join(folder, 'package.json'));
  const name =
    basename(folder)
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replaceAll('ß', 'ss')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'docs';
  const after = joinOrRefuse(before, name);
  if (after !== before) changes.push({ path: 'package.json', after, ...(before === undefined ? {} : { before }) });
  for (const [path, text] of starterProject(starter)) {
    if ((await readText(join(folder, path))) === undefined) changes.push({ path, after: text });
  }
  return changes;
}

function joinOrRefuse(before: string | undefined, name: string): string {
  try {
    return joinPackageFile(before, name, `^${version}`);
  } catch {
    throw new UsageError('package.json is not JSON: correct it, or move it away.');
  }
}
