// `stele diff`: says what has changed for readers of each language between two versions of a reference.

import {
  checkVersions,
  diffReferences,
  fails,
  formatGithubDiff,
  formatHtmlDiff,
  formatJsonDiff,
  formatMarkdownDiff,
  formatPrettyDiff,
  type DiffReport,
} from '../outputs/diff/index.ts';
import { openEditedPage, openSide, type Side } from '../sides/index.ts';
import { readArguments, readFormat, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { pathForUser, print, userFolder, userPath } from './terminal.ts';

const formats = ['pretty', 'json', 'markdown', 'github', 'html'] as const;
const thresholds = ['breaking', 'risk', 'any', 'none'] as const;

export const diff: Command = {
  summary: 'say what changes for readers of each language',
  help: `Usage: stele diff <base> [head] [options]

Compares two versions of a reference by the identity of pages, entities and fields, never by text: other
formatting and other files are no change. Prints each change once, with the languages and places that it
affects, and whether it breaks code, is a risk, adds something, or changes only words.

<base> and [head] are each one of these; head is the content folder if it is absent:
  FOLDER             a content folder, or a site that stele build has written
  FILE               a reference.json that stele export has written
  REVISION           a git revision: v1.2.0, origin/main; or with a path: v1.2.0:docs/content

Revisions are read from git's objects: nothing is checked out, fetched or executed.

A change may pass if _approvals.yaml of head names its fingerprint. diff in site.yaml changes impacts.

git can call the command as an external diff driver: it then gets seven arguments, and prints what
a page changes.

Options:
  --content DIR      content folder (default: content)
  --format FORMAT    pretty: readable text (default)
                     json: one document (stele schema diff)
                     markdown: for a comment on a pull request, less than 60,000 characters
                     github: annotations for pull requests
                     html: one page with before and after side by side, and filters
  --json             the same as --format json
  --language ID      only changes that readers of this language see
  --fail-on IMPACT   exit code 1 if there is such a change: breaking (default), risk (or breaking), any, none
  --check-version    exit code 1 if the package version of a language has changed too little
  --report-url URL   address of the whole report, for the markdown format
  --out FILE         file to write (default: stdout)
  --no-cache         compile both sides again

Exit codes: 0 no change that --fail-on names, 1 such a change, 2 the command line, or a side that cannot be read.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      content: { type: 'string' },
      format: { type: 'string' },
      json: { type: 'boolean' },
      language: { type: 'string' },
      'fail-on': { type: 'string' },
      'report-url': { type: 'string' },
      'check-version': { type: 'boolean' },
      out: { type: 'string' },
      'no-cache': { type: 'boolean' },
    });
    // git gives its diff drivers the path, and file, hash and mode of both sides.
    if (positionals.length === 7) return runDriver(positionals, userPath(String(values['content'] ?? 'content')));
    const [baseName, headName, ...more] = positionals;
    if (baseName === undefined || more.length > 0)
      throw new UsageError('stele diff takes a base and perhaps a head: stele diff origin/main.');
    const format = choose('--format', readFormat(values) ?? 'pretty', formats);
    const threshold = choose('--fail-on', values['fail-on'] ?? 'breaking', thresholds);
    const contentFolder = userPath(String(values['content'] ?? 'content'));
    const options = { contentFolder, userFolder: userFolder(), mayCache: values['no-cache'] !== true };
    const base = await openSide(baseName, options);
    const head = await openSide(headName ?? contentFolder, options);
    const language = readLanguage(values['language'], [base, head]);
    const changes = diffReferences(base.reference, head.reference, { language, today: today() });
    const report: DiffReport = {
      base: factsOf(base, baseName),
      head: factsOf(head, headName ?? 'working tree'),
      diff: changes,
      ...(values['check-version'] === true
        ? { versions: checkVersions(base.reference, head.reference, changes.changes) }
        : {}),
    };
    const reportUrl = values['report-url'] === undefined ? undefined : String(values['report-url']);
    const folder = pathForUser(contentFolder);
    await write(formatDiff(report, format, { reportUrl, folder }), values['out']);
    const isTooSmall = (report.versions ?? []).length > 0;
    return isTooSmall || fails(changes.changes, threshold) ? 1 : 0;
  },
};

/** Prints what a page changes. git takes every other exit code than 0 for a failure of the driver. */
async function runDriver(args: readonly string[], contentFolder: string): Promise<number> {
  const [path = '', oldFile = '', , , newFile = ''] = args;
  const sides = await openEditedPage(contentFolder, userFolder(), { path, oldFile, newFile });
  if (sides === undefined) {
    await print(`${path} is no page of ${pathForUser(contentFolder)}.\n`);
    return 0;
  }
  const side = { kind: 'file', errors: 0 };
  const changes = diffReferences(sides.base, sides.head);
  await print(
    formatPrettyDiff({ base: { ...side, name: `a/${path}` }, head: { ...side, name: `b/${path}` }, diff: changes }),
  );
  return 0;
}

function formatDiff(
  report: DiffReport,
  format: (typeof formats)[number],
  { reportUrl, folder }: { readonly reportUrl: string | undefined; readonly folder: string },
): string {
  switch (format) {
    case 'pretty':
      return formatPrettyDiff(report);
    case 'json':
      return formatJsonDiff(report);
    case 'markdown':
      return formatMarkdownDiff(report, { reportUrl });
    case 'html':
      return formatHtmlDiff(report);
    case 'github':
      return formatGithubDiff(report, folder);
  }
}

/** The current day in UTC: `2027-01-31`. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function choose<Word extends string>(option: string, value: string | boolean, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new UsageError(`There is no ${option} ${value}: use ${words.join(', ')}.`);
  return found;
}

function readLanguage(value: string | boolean | undefined, sides: readonly Side[]): string | undefined {
  if (value === undefined) return undefined;
  const ids = sides.flatMap(({ reference }) => reference.site.languages.map(({ id }) => id));
  return choose('--language', value, [...new Set(ids)]);
}

function factsOf({ kind, commit, reference }: Side, name: string): DiffReport['base'] {
  const errors = reference.diagnostics.filter(({ severity }) => severity === 'error').length;
  return { name, kind, ...(commit === undefined ? {} : { commit }), errors };
}

async function write(text: string, out: string | boolean | undefined): Promise<void> {
  if (out === undefined) return print(text);
  const { writeWhole } = await import('../disk/index.ts');
  await writeWhole(userPath(String(out)), text);
}
