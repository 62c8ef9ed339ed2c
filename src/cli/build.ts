// `stele build`: compiles a content folder and draws its site, whole or not at all.

import { env } from 'node:process';
import {
  checkIcon,
  checkProjectSamples,
  DiskFailed,
  findDiskError,
  openOutput,
  openProject,
  SiteIncomplete,
  writeTimings,
  type Project,
} from '../project/index.ts';
import { readArguments, readBase } from './arguments.ts';
import { reportBudgets } from './report-budgets.ts';
import type { Command } from './command.ts';
import { drawSite, OwnCodeFailed } from './draw-site.ts';
import { explainFailure } from './explain-failure.ts';
import { describeUnparsed, hasErrors, reportFindings } from './report-findings.ts';
import { countFindings } from '../compiler/diagnostics/index.ts';
import type { CodeLinkCounts } from '../compiler/model/index.ts';
import { say, pathForUser, userPath } from './terminal.ts';

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
    });
    const start = performance.now();
    const content = userPath(String(values['content'] ?? 'content'));
    const out = userPath(String(values['out'] ?? 'dist'));
    const base = readBase(values['base'], '');
    const output = await openOutput(out, content, say);
    try {
      const opened = await openProject(content, values['untrusted'] === true);
      const isChecking = values['check-samples'] === true;
      const { unparsed = {}, ...checked } = isChecking
        ? await checkProjectSamples(opened, opened.folder, true)
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
      const { timings, links, paths } = await drawSite(
        project,
        output.folder,
        base || basePathOf(project.resolved.site.url),
      );
      const isOver = await reportBudgets(project, output.folder, paths, start);
      if (isOver && values['keep-going'] !== true) {
        await output.discard();
        say('Nothing was written: site.yaml makes `over-budget` an error.');
        return 1;
      }
      await output.commit();
      await writeTimings(env['STELE_TIMINGS'], new Map([...project.timings, ...timings])).catch((error: unknown) =>
        explainFailure(error),
      );
      say(summarise(project, links, out, performance.now() - start));
      const samples = describeUnparsed(unparsed).trim();
      if (samples !== '') say(samples);
      return isFailed || isOver ? 1 : 0;
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

function summarise(project: Project, { linked, ambiguous }: CodeLinkCounts, out: string, milliseconds: number): string {
  const { pages, site } = project.resolved;
  const entities = [...pages.values()].reduce((sum, page) => sum + page.entities.length, 0);
  const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
  const facts = [
    count(pages.size, 'page', 'pages'),
    count(site.languages.length, 'language', 'languages'),
    count(entities, 'entity', 'entities'),
  ];
  const names = count(linked, 'name in samples leads', 'names in samples lead');
  const samples =
    linked + ambiguous === 0
      ? ''
      : `\n${names} to the reference, ` +
        `${ambiguous} could mean several things and ${ambiguous === 1 ? 'does' : 'do'} not.`;
  const findings = project.diagnostics.length === 0 ? '' : ` with ${countFindings(project.diagnostics)}`;
  const built = `Built ${facts.join(', ')} in ${(milliseconds / 1000).toFixed(1)} s${findings}.${samples}`;
  return `${built}\nLook at it: stele preview --out ${pathForUser(out)}`;
}
