// `stele check`: everything the compiler finds, without drawing anything.

import { openProject } from '../project/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { hasErrors, reportFindings, summarise, type FindingsFormat } from './report-findings.ts';
import { say, userPath } from './terminal.ts';

const formats: readonly string[] = ['pretty', 'json', 'github'] satisfies FindingsFormat[];

export const check: Command = {
  summary: 'find mistakes in a content folder',
  help: `Usage: stele check [options]

Reads a content folder and reports every mistake in it with file, line and column.
Nothing in the folder is executed, and nothing is written.

Options:
  --content DIR      content folder (default: content)
  --format FORMAT    pretty: words on stderr (default)
                     json: one document on stdout
                     github: annotations for pull requests on stdout

Exit codes: 0 no errors, 1 errors, 2 the command line or an empty content folder.
`,
  async run(args) {
    const { values } = readArguments(args, { content: { type: 'string' }, format: { type: 'string' } });
    const format = String(values['format'] ?? 'pretty');
    if (!formats.includes(format)) throw new UsageError(`--format must be ${formats.join(', ')}; ${format} is not.`);
    const project = await openProject(userPath(String(values['content'] ?? 'content')));
    await reportFindings(project, format as FindingsFormat);
    say(summarise(project));
    return hasErrors(project.diagnostics) ? 1 : 0;
  },
};
