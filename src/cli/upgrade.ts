// `stele upgrade`: rewrites spellings of the content format that a later version will not read.

import { formatChange, marksInKeys, planUpgrade } from '../authoring/upgrade/index.ts';
import { describeDiagnostic } from '../compiler/diagnostics/index.ts';
import { LineIndex } from '../compiler/source/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { openForEditing } from './edit-content.ts';
import { reportFindings } from './report-findings.ts';
import { pathForUser, print, say } from './terminal.ts';

/** In the order in which they were added. */
const migrations = [marksInKeys];

export const upgrade: Command = {
  summary: 'rewrite old spellings of the content format',
  help: `Usage: stele upgrade [options]

Rewrites spellings that the content format has replaced: today the marks [Deprecated] and ? in keys of items,
which become deprecated: true and optional: true. stele check reports the same places. The command compiles the
result, and does not change a file that would get a new finding. Nothing else in the files changes: comments,
quotes and line breaks stay the same. It executes nothing in the folder.

Options:
  --content DIR      content folder (default: content)
  --dry-run          print the changes as a diff, and write nothing
  --json             print JSON: changed files, number of places, and findings of places to change by hand

Exit codes: 0 up to date or upgraded, 1 places that must be changed by hand, 2 the command line or no content.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      content: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    });
    if (positionals.length > 0) throw new UsageError('stele upgrade takes options only.');
    const content = await openForEditing(values['content'], values['dry-run'] === true);
    const { changes, texts, places, left } = planUpgrade(content.compiled, content.compile, migrations);
    const isDry = values['dry-run'] === true;
    const isJson = values['json'] === true;
    const name = (path: string): string => pathForUser(`${content.folder}/${path}`);
    if (isDry && !isJson) {
      for (const change of changes) {
        await print(formatChange({ ...change, file: { ...change.file, path: name(change.file.path) } }));
      }
    } else if (!isDry) await content.write(texts);
    if (isJson) {
      const index = new LineIndex();
      const findings = left.map((finding) => describeDiagnostic(finding, index));
      const data = { dryRun: isDry, changed: [...texts.keys()].map(name), places, left: findings };
      await print(`${JSON.stringify(data, undefined, 2)}\n`);
      return left.length > 0 ? 1 : 0;
    }
    for (const path of texts.keys()) say(`${isDry ? 'Would change' : 'Changed'} ${name(path)}`);
    if (left.length > 0) {
      await reportFindings({ folder: content.folder, diagnostics: left }, 'pretty');
      say(`Change ${left.length === 1 ? 'this place' : `these ${left.length} places`} by hand.`);
    }
    if (places > 0) say(`${isDry ? 'Would rewrite' : 'Rewrote'} ${places} ${places === 1 ? 'place' : 'places'}.`);
    else if (left.length === 0) say('The content is up to date: format 1 has no other spelling.');
    return left.length > 0 ? 1 : 0;
  },
};
