// `stele build`: compiles a content folder and draws its site, whole or not at all.

import { env } from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import {
  openOutput,
  checkProjectSamples,
  openProject,
  openSite,
  writeMarker,
  writeTimings,
  type Project,
  type Timings,
} from '../project/index.ts';
import { readArguments, readBase } from './arguments.ts';
import { reportBudgets } from './report-budgets.ts';
import type { Command } from './command.ts';
import { hasErrors, reportFindings } from './report-findings.ts';
import { countFindings } from '../diagnostics/index.ts';
import type { CodeLinkCounts } from '../model/index.ts';
import { say, shownPath, startProgress, userPath } from './terminal.ts';
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
      'check-samples': { type: 'boolean' },
    });
    const start = performance.now();
    const content = userPath(String(values['content'] ?? 'content'));
    const out = userPath(String(values['out'] ?? 'dist'));
    const base = readBase(values['base'], '');
    const output = await openOutput(out, content);
    try {
      const opened = await openProject(content);
      const project = values['check-samples'] === true ? await checkProjectSamples(opened, opened.folder, true) : opened;
      await reportFindings(project, 'pretty');
      const isFailed = hasErrors(project.diagnostics);
      if (isFailed && values['keep-going'] !== true) {
        await output.discard();
        say(
          `Nothing was written: ${countFindings(project.diagnostics)}. Mend the errors, or build with --keep-going to see the site with gaps.`,
        );
        return 1;
      }
      const { timings, links, paths } = await draw(project, output.folder, base || basePathOf(project.reference.site.url));
      const isOver = await reportBudgets(project, output.folder, paths, start);
      if (isOver && values['keep-going'] !== true) {
        await output.discard();
        say('Nothing was written: site.yaml makes `over-budget` an error.');
        return 1;
      }
      await output.commit();
      await writeTimings(env['STELE_TIMINGS'], new Map([...project.timings, ...timings]));
      say(summarise(project, links, out, performance.now() - start));
      return isFailed || isOver ? 1 : 0;
    } catch (error) {
      await output.discard();
      if (!(error instanceof OwnCodeFailed)) throw error;
      say(error.message);
      return 1;
    }
  },
};

/** Code that the site brings itself, in bodies or in components, failed: not a bug of Stele's. */
class OwnCodeFailed extends Error {
  override readonly name = 'OwnCodeFailed';

  constructor(cause: unknown) {
    const { message, id, loc } = cause as Error & { id?: string; loc?: { file?: string; line?: number; column?: number } };
    const file = loc?.file ?? id;
    const place = file === undefined ? '' : ` (${[shownPath(file), loc?.line, loc?.column].filter(Boolean).join(':')})`;
    super(`Nothing was written: the site's own code failed${place}.\n${stripVTControlCharacters(message)}`, { cause });
  }
}

interface Drawn {
  readonly timings: Timings;
  readonly links: CodeLinkCounts;
  /** Folders of the pages below the site's top. */
  readonly paths: readonly string[];
}

/** Draws the site; gives milliseconds by stage, and what the names in its samples lead to. Astro bundles the templates before it asks for the first page. */
async function draw(project: Project, folder: string, base: string): Promise<Drawn> {
  const loading = performance.now();
  const [data, { buildSite }] = await Promise.all([openSite(project), import('../astro/index.ts')]);
  const all = data.addresses.length;
  const progress = startProgress('Drawing pages');
  const bundling = performance.now();
  let drawing = bundling;
  const onPage = (drawn: number): void => {
    if (drawn === 1) drawing = performance.now();
    progress.update(drawn, all);
  };
  try {
    await buildSite(data, { contentFolder: project.folder, outDir: folder, base, onPage });
  } catch (error) {
    throw data.mayRunCode || data.components.size > 0 ? new OwnCodeFailed(error) : error;
  }
  progress.end();
  await writeMarker(folder, { pages: all, version });
  const timings = new Map([
    ['load', bundling - loading],
    ['bundle', drawing - bundling],
    ['draw', performance.now() - drawing],
  ]);
  const paths = data.addresses.map((at) => [at.language, at.route].flatMap((part) => (part ? [`${part}/`] : [])).join(''));
  return { timings, links: data.codeLinks(), paths };
}

function basePathOf(url: string | undefined): string {
  return url === undefined ? '/' : new URL(url).pathname;
}

function summarise(project: Project, { linked, ambiguous }: CodeLinkCounts, out: string, milliseconds: number): string {
  const { pages, site } = project.reference;
  const entities = [...pages.values()].reduce((sum, page) => sum + page.entities.length, 0);
  const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
  const facts = [
    count(pages.size, 'page', 'pages'),
    count(site.languages.length, 'language', 'languages'),
    count(entities, 'entity', 'entities'),
  ];
  const names = count(linked, 'name in samples leads', 'names in samples lead');
  const samples =
    linked + ambiguous === 0 ? '' : `\n${names} to the reference, ${ambiguous} could mean several things and ${ambiguous === 1 ? 'does' : 'do'} not.`;
  const findings = project.diagnostics.length === 0 ? '' : ` with ${countFindings(project.diagnostics)}`;
  return `Built ${facts.join(', ')} in ${(milliseconds / 1000).toFixed(1)} s${findings}.${samples}\nOpen ${shownPath(out)}/index.html, or serve the folder: stele preview --out ${shownPath(out)}`;
}
