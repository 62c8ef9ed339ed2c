// `stele check`: reports the findings of the compiler, and draws nothing.

import { resolve } from 'node:path';
import { readArguments, readCount, readFormat, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import type { CheckOptions } from './make-report.ts';
import type { FindingsFormat } from './report-findings.ts';
import { ReportMemory, type Printed } from './report-memory.ts';
import { hasColour, print, say, userFolder, userPath } from './terminal.ts';

const formats: readonly string[] = ['pretty', 'json', 'github', 'sarif'] satisfies FindingsFormat[];

export const check: Command = {
  summary: 'find mistakes in a content folder',
  help: `Usage: stele check [options]

Reads a content folder and reports every mistake in it with file, line and column. Samples are
parsed with the grammars of their languages and compared with the reference of their page.
In a git repository, a page that has moved since the last commit needs a redirect.
The command executes nothing in the folder, and writes nothing into it.

Options:
  --content DIR      content folder (default: content)
  --format FORMAT    pretty: readable text on stderr (default)
                     json: one document on stdout (stele schema findings)
                     github: annotations for pull requests on stdout
                     sarif: SARIF 2.1.0 on stdout, for code hosts
  --json             the same as --format json
  --max-problems N   list only the N most severe findings; the summary counts all
  --untrusted        run no code from the folder, even if site.yaml allows it: code in bodies, components
                     and files that can run code are errors
  --no-cache         check again even if nothing has changed since the last check

Exit codes: 0 no errors, 1 errors, 2 the command line or an empty content folder.
`,
  async run(args) {
    const { values } = readArguments(args, {
      content: { type: 'string' },
      format: { type: 'string' },
      json: { type: 'boolean' },
      'max-problems': { type: 'string' },
      untrusted: { type: 'boolean' },
      'no-cache': { type: 'boolean' },
    });
    const format = readFormat(values) ?? 'pretty';
    if (!formats.includes(format)) throw new UsageError(`There is no format ${format}: use ${formats.join(', ')}.`);
    const limit = readCount('--max-problems', values['max-problems']);
    const folder = resolve(userPath(String(values['content'] ?? 'content')));
    const isUntrusted = values['untrusted'] === true;
    const mayCache = values['no-cache'] !== true;
    const printed = await reportOn({ folder, format: format as FindingsFormat, limit, isUntrusted, mayCache });
    if (printed.data !== '') await print(printed.data);
    for (const message of printed.messages) say(message);
    if (printed.code === 1) await import('./undo-changes.ts').then(({ noteKilled }) => noteKilled(folder));
    return printed.code;
  },
};

/**
 * What the check prints: the same as the last one, if nothing has changed.
 * @param now time of the system's clock, in milliseconds
 */
export async function reportOn(options: CheckOptions, now = Date.now()): Promise<Printed> {
  const { folder, mayCache, ...others } = options;
  const rest = JSON.stringify({ ...others, hasColour: hasColour(), userFolder: userFolder() });
  const memory = mayCache ? await ReportMemory.open(folder, rest, now) : undefined;
  if (memory?.printed !== undefined) return memory.printed;
  const { makeReport } = await import('./make-report.ts');
  const { printed, isLasting } = await makeReport(options);
  if (isLasting) await memory?.keep(printed);
  return printed;
}
