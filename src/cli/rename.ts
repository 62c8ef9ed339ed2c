// `stele rename`: another path for a description, in the files where it stands.

import { renameDescription } from '../authoring/edit/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { openForEditing } from './edit-content.ts';
import { readRenameHistory, writeRenameHistory } from '../project/index.ts';
import { say, pathForUser } from './terminal.ts';

export const rename: Command = {
  summary: 'rename a description everywhere',
  help: `Usage: stele rename <description.path> <new.path> [options]

Renames a description, or a group of them, where it is defined, and in every placeholder that means it,
on all pages. With another group in front of its name it moves there; groups come and go as needed.
An entity that has its text by its id gets a \`description\` that names the new path. Nothing else in the
files changes: comments, quotes and line breaks stay byte for byte. A rename back restores every byte,
unless the files have changed since.
The result is compiled before anything is written: where it would bring an error, or any field would say
something else, nothing is changed. Nothing in the folder is executed.

Options:
  --content DIR      content folder (default: content)
  --dry-run          say what would change, and write nothing

Exit codes: 0 renamed, 2 the command line, no content, or a rename that is refused.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      content: { type: 'string' },
      'dry-run': { type: 'boolean' },
    });
    const [from, to, ...more] = positionals.map(withoutParentheses);
    if (from === undefined || to === undefined || more.length > 0)
      throw new UsageError('stele rename takes two paths: stele rename connection.id connection.identifier');
    const content = await openForEditing(values['content']);
    const history = await readRenameHistory(content.folder);
    const renamed = renameDescription(content.compiled, content.compile, from, to, history);
    if ('refusal' in renamed) throw new UsageError(renamed.refusal);
    const isDry = values['dry-run'] === true;
    if (!isDry) {
      await content.write(renamed.texts);
      await writeRenameHistory(content.folder, renamed.history);
    }
    for (const { file, places } of renamed.pages) {
      say(`${pathForUser(`${content.folder}/${file.path}`)}: ${count(places, 'place')}`);
    }
    const places = renamed.pages.reduce((all, page) => all + page.places, 0);
    const sum = `${count(places, 'place')} in ${count(renamed.pages.length, 'file')}`;
    say(`${isDry ? 'Would rename' : 'Renamed'} ${from} to ${to}: ${sum}.`);
    return 0;
  },
};

/** Paths may be given as placeholders are written. */
function withoutParentheses(path: string): string {
  return /^\((.*)\)$/.exec(path)?.[1] ?? path;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
