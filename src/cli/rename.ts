// `stele rename`: changes the path of a description in all files that contain it.

import { renameDescription } from '../authoring/edit/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { openForEditing } from './edit-content.ts';
import { readRenameHistory, writeRenameHistory } from '../project/index.ts';
import { pathForUser, print, say } from './terminal.ts';

export const rename: Command = {
  summary: 'rename a description everywhere',
  help: `Usage: stele rename <description.path> <new.path> [options]

Renames a description, or a group of descriptions, in its definition and in every placeholder for it, on
all pages. If the new path has another group, the description moves to that group. Missing groups are
added, and empty groups are removed. An entity whose id gives it the renamed text gets a \`description\`
with the new path. Nothing else in the files changes: comments, quotes and line breaks stay the same.
Renaming back restores every byte, unless the files have changed since.
The command compiles the result before it writes. If the result has a new error, or the text of any field
changes, it writes nothing. It executes nothing in the folder.

Options:
  --content DIR      content folder (default: content)
  --dry-run          report the changes, and write nothing
  --json             print JSON: changed files with their numbers of places

Exit codes: 0 renamed, 2 the command line, no content, or a refused rename.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      content: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    });
    const [from, to, ...more] = positionals.map(withoutParentheses);
    if (from === undefined || to === undefined || more.length > 0)
      throw new UsageError('stele rename takes two paths: stele rename connection.id connection.identifier');
    const content = await openForEditing(values['content'], values['dry-run'] === true);
    const history = await readRenameHistory(content.folder);
    const renamed = renameDescription(content.compiled, content.compile, from, to, history);
    if ('refusal' in renamed) throw new UsageError(renamed.refusal);
    const isDry = values['dry-run'] === true;
    if (!isDry) {
      await content.write(renamed.texts);
      await writeRenameHistory(content.folder, renamed.history);
    }
    const changed = renamed.pages.map(({ file, places }) => ({
      file: pathForUser(`${content.folder}/${file.path}`),
      places,
    }));
    if (values['json'] === true) {
      await print(`${JSON.stringify({ dryRun: isDry, from, to, changed }, undefined, 2)}\n`);
      return 0;
    }
    for (const { file, places } of changed) say(`${file}: ${count(places, 'place')}`);
    const places = renamed.pages.reduce((all, page) => all + page.places, 0);
    const sum = `${count(places, 'place')} in ${count(renamed.pages.length, 'file')}`;
    say(`${isDry ? 'Would rename' : 'Renamed'} ${from} to ${to}: ${sum}.`);
    return 0;
  },
};

/** Accepts a path in the form of a placeholder: `(connection.id)`. */
function withoutParentheses(path: string): string {
  return /^\((.*)\)$/.exec(path)?.[1] ?? path;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
