// `stele skills install`: writes the skill for assistants that write content with this version of Stele.

import { join } from 'node:path';
import { writeAuthorSkill } from '../authoring/skill/index.ts';
import { makeFolder, readText } from '../disk/index.ts';
import { writeChanges } from '../project/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { isUnchanged, sealText } from './seal-text.ts';
import { pathForUser, say, userPath } from './terminal.ts';
import { undoChangesIn } from './undo-changes.ts';
import { version } from './version.ts';

const usualFolder = '.claude/skills/stele';
const file = 'SKILL.md';

export const skills: Command = {
  summary: 'install the skill for assistants that write content',
  help: `Usage: stele skills install [options]

Writes SKILL.md: how assistants write pages, check them and compare versions with this version of Stele. It
replaces the file of another version, and refuses to replace one that someone has changed.

Options:
  --dir DIR          folder of the skill (default: ${usualFolder})
  --force            replace a changed file, too

Exit codes: 0 written or up to date, 2 the command line, a changed file, or an error of the disk.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, { dir: { type: 'string' }, force: { type: 'boolean' } });
    if (positionals[0] !== 'install' || positionals.length > 1)
      throw new UsageError('stele skills takes one word: install.');
    const folder = userPath(String(values['dir'] ?? usualFolder));
    const place = pathForUser(join(folder, file));
    await undoChangesIn(folder);
    const before = await readText(join(folder, file));
    const after = sealText(writeAuthorSkill(version));
    if (before === after) {
      say(`${place} is up to date.`);
      return 0;
    }
    if (before !== undefined && values['force'] !== true && !isUnchanged(before))
      throw new UsageError(
        `${place} has changes that Stele did not make, so nothing was written.\n` +
          '→ Move your changes to another skill, or replace the file with --force.',
      );
    await makeFolder(folder);
    await writeChanges(folder, [{ path: file, after, ...(before === undefined ? {} : { before }) }]);
    say(`Wrote ${place}`);
    return 0;
  },
};
