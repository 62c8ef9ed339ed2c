// `stele build`: compiles a content folder and draws its site, whole or not at all.

import { env } from 'node:process';
import {
  BuildMemory,
  checkIcon,
  checkProjectSamples,
  DiskFailed,
  findDiskError,
  openOutput,
  openProject,
  SiteIncomplete,
  Timeline,
  type BuildRecord,
  type Project,
} from '../project/index.ts';
import { readArguments, readBase, readThreads } from './arguments.ts';
import { checkBudgets } from './report-budgets.ts';
import type { Command } from './command.ts';
import { drawSite, OwnCodeFailed, type Drawn } from './draw-site.ts';
import { explainFailure } from './explain-failure.ts';
import { describeUnparsed, formatFindings, hasErrors, reportFindings } from './report-findings.ts';
import { countFindings } from '../compiler/diagnostics/index.ts';
import type { CodeLinkCounts } from '../compiler/model/index.ts';
import { hasColour, say, pathForUser, userPath } from './terminal.ts';
import { version } from './version.ts';

export const build: Command = {
  summary: 'build the site of a content folder',
  help: `Usage: stele build [options]

Builds a static site. The folder is replaced only when the whole site is drawn: a failed or
stopped build leaves the last good site as it was. With errors in the content nothing is written,
unless --keep-going is given.

Options:
  --content DIR      content folder (default: content)
  --out DIR          where the site goes (default: dist); must be empty, new, or a site of Stele's
  --base /PATH/      path the site is served under; only the 404 page needs it
                     (default: the path of url in site.yaml, else /)
  --keep-going       write the site although there are errors, with a labelled gap for each
  --untrusted        run nothing of the folder, whatever site.yaml says: code in bodies, components
                     and types of files that run are errors
  --no-cache         use nothing of earlier builds, and keep nothing for the next one
  --threads NUMBER   threads that draw pages (default: as many as save time); the site is the same
  --timing           show the time and processor time of each stage, and write a trace for the performance
                     panel of a browser into stele-trace.json
  --check-samples    parse the samples with grammars of their languages too, as check does

STELE_TIMINGS=FILE in the environment writes milliseconds by stage into FILE, as JSON.
Exit codes: 0 built, 1 errors in the content, 2 the command line, a refused folder, or no content.
`,
  async run(args) {
    const { values } = readArguments(args, {
      content: { type: 'string' },
      out: { type: 'string' },
      base: { type: 'string' },
      'keep-going': { type: 'boolean' },
      untrusted: { type: 'boolean' },
      'check-samples': { type: 'boolean' },
      'no-cache': { type: 'boolean' },
      threads: { type: 'string' },
      timing: { type: 'boolean' },
    });
    const start = performance.now();
    const content = userPath(String(values['content'] ?? 'content'));
    const out = userPath(String(values['out'] ?? 'dist'));
    const base = readBase(values['base'], '');
    const mayCache = values['no-cache'] !== true;
    const threads = readThreads(values['threads']);
    const isUntrusted = values['untrusted'] === true;
    const isChecking = values['check-samples'] === true;
    const options = JSON.stringify([pathForUser(content), base, isUntrusted, isChecking, version]);
    const timeline = new Timeline();
    timeline.start('look');
    const memory = mayCache ? await BuildMemory.open(content, out, options).catch(() => undefined) : undefined;
    const same = memory?.unchanged;
    if (same !== undefined) return repeatReport(same, performance.now() - start);
    const output = await openOutput(out, content, say);
    try {
      const opened = await openProject(content, isUntrusted, (stage) => timeline.start(stage));
      const { unparsed = {}, ...checked } = isChecking
        ? await checkProjectSamples(opened, opened.folder, mayCache)
        : { ...opened, unparsed: {} };
      const project = await checkIcon(checked);
      await reportFindings(project, 'pretty');
      const isFailed = hasErrors(project.diagnostics);
      if (isFailed && values['keep-going'] !== true) {
        await output.discard();
        say(
          `Nothing was written: ${countFindings(project.diagnostics)}. ` +
            'Fix the errors, or build with --keep-going to see the site with gaps.',
        );
        return 1;
      }
      const drawn = await drawSite(project, {
        folder: output.folder,
        base: base || basePathOf(project.resolved.site.url),
        memory,
        mayCache,
        threads,
        timeline,
      });
      const over = await checkBudgets(project, output.folder, drawn.paths, start);
      await reportFindings({ folder: project.folder, diagnostics: over }, 'pretty');
      const isOver = hasErrors(over);
      if (isOver && values['keep-going'] !== true) {
        await output.discard();
        say('Nothing was written: site.yaml makes `over-budget` an error.');
        return 1;
      }
      timeline.start('replace');
      await output.commit();
      timeline.stop();
      await timeline.writeTimings(env['STELE_TIMINGS']).catch((error: unknown) => explainFailure(error));
      if (values['timing'] === true) await reportTiming(timeline);
      const samples = describeUnparsed(unparsed).trim();
      const facts = [describeNames(drawn.links), ...(samples === '' ? [] : [samples])];
      const seconds = describeTime(performance.now() - start);
      say(
        [`Built ${describePages(project)} in ${seconds}${describeWork(project, drawn)}.`, ...facts, lookAt(out)]
          .filter((line) => line !== '')
          .join('\n'),
      );
      if (isFailed || isOver) return 1;
      const all = { folder: project.folder, diagnostics: [...project.diagnostics, ...over] };
      const findings = { plain: formatFindings(all, false), coloured: formatFindings(all, true) };
      const summary = [describePages(project), facts.filter((line) => line !== '').join('\n'), lookAt(out)].join('\n');
      if (drawn.routes !== undefined) await memory?.keep({ routes: drawn.routes, report: { findings, summary } });
      return 0;
    } catch (error) {
      // A failed removal is tried again when the process ends.
      await output.discard().catch(() => undefined);
      const isOfContent = error instanceof OwnCodeFailed || (error instanceof SiteIncomplete && error.isOfContent);
      if (!isOfContent) throw withPlace(error, output.folder, out);
      say(error.message);
      return 1;
    }
  },
};

/** The file of the trace, in the working folder. */
const traceFile = 'stele-trace.json';

async function reportTiming(timeline: Timeline): Promise<void> {
  say(timeline.formatTable());
  const isWritten = await timeline.writeTrace(userPath(traceFile)).then(
    () => true,
    (error: unknown) => {
      explainFailure(error);
      return false;
    },
  );
  if (isWritten) say(`The trace is in ${traceFile}: open it in the performance panel of a browser.`);
}

/** Reports a build that changes nothing as the last one was reported. */
function repeatReport({ report }: BuildRecord, milliseconds: number): number {
  const findings = hasColour() ? report.findings.coloured : report.findings.plain;
  if (findings !== '') say(findings);
  say(`Nothing has changed: ${report.summary.replace('\n', ` (${describeTime(milliseconds)}).\n`)}`);
  return 0;
}

/** The user knows the output folder, and not the one beside it that is built; the system often names no file at all. */
function withPlace(error: unknown, folder: string, out: string): unknown {
  const failed = findDiskError(error);
  if (failed === undefined) return error;
  const path = failed.path ?? out;
  return new DiskFailed({ ...failed, path: path.startsWith(folder) ? out + path.slice(folder.length) : path }, error);
}

function basePathOf(url: string | undefined): string {
  return url === undefined ? '/' : new URL(url).pathname;
}

function describeTime(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** “43 pages, 8 languages, 26 entities”. */
function describePages({ resolved: { pages, site } }: Project): string {
  const entities = [...pages.values()].reduce((sum, page) => sum + page.entities.length, 0);
  return [
    count(pages.size, 'page', 'pages'),
    count(site.languages.length, 'language', 'languages'),
    count(entities, 'entity', 'entities'),
  ].join(', ');
}

/** “, 9 of 387 addresses drawn anew, with 1 warning”. */
function describeWork({ diagnostics }: Project, { drawn, taken }: Drawn): string {
  const work = taken === 0 ? '' : `, ${drawn} of ${drawn + taken} addresses drawn anew`;
  return diagnostics.length === 0 ? work : `${work} with ${countFindings(diagnostics)}`;
}

/** A line about names in samples; '' if there are none. */
function describeNames({ linked, ambiguous }: CodeLinkCounts): string {
  if (linked + ambiguous === 0) return '';
  const names = count(linked, 'name in samples leads', 'names in samples lead');
  return `${names} to the reference, ${ambiguous} could mean several things and ${ambiguous === 1 ? 'does' : 'do'} not.`;
}

function lookAt(out: string): string {
  return `Look at it: stele preview --out ${pathForUser(out)}`;
}
