// Builds a site once: compiles a content folder, draws it, and replaces the last site.

import { env } from 'node:process';
import { countFindings } from '../compiler/diagnostics/index.ts';
import { DiskFailed, findDiskError } from '../disk/index.ts';
import {
  BuildMemory,
  checkIcon,
  checkProjectSamples,
  EarlyColours,
  FactsToKeep,
  heal,
  KeptPages,
  openOutput,
  openProject,
  prepareEdits,
  SiteIncomplete,
  Timeline,
} from '../project/index.ts';
import { boundHeap } from './bound-heap.ts';
import { buildEdits } from './build-edits.ts';
import { describeBuild, repeatReport, summariseBuild } from './describe-build.ts';
import { basePathOf, drawSite, type DrawingReason } from './draw-site.ts';
import { OwnCodeFailed } from './own-code-failed.ts';
import { explainFailure } from './explain-failure.ts';
import { keepsPages } from './keeps-pages.ts';
import { checkBudgets } from './report-budgets.ts';
import { describeUnparsed, formatFindings, hasErrors, reportFindings, type Findings } from './report-findings.ts';
import { pathForUser, say, userPath } from './terminal.ts';
import { noteKilled } from './undo-changes.ts';
import { version } from './version.ts';

export interface BuildSettings {
  /** Absolute path of the content folder. */
  readonly content: string;
  /** Absolute path of the output folder. */
  readonly out: string;
  /** Path that the site is served under; '' for that of `url` in site.yaml. */
  readonly base: string;
  readonly keepsGoing: boolean;
  readonly isUntrusted: boolean;
  readonly isChecking: boolean;
  readonly mayCache: boolean;
  readonly threads: number | undefined;
  /** The part of the site to build; absent for the whole. */
  readonly shard: { readonly index: number; readonly count: number } | undefined;
  /** Whether to show the time of each stage, and write a trace. */
  readonly hasTiming: boolean;
  /** Whether the build prints no messages. */
  readonly isQuiet?: true;
}

/** How a build has ended. */
export interface BuildEnd {
  /** Exit code. */
  readonly code: number;
  /** Why the pages of a route were drawn again or not; absent if no site was written. */
  readonly reasonOf?: (route: string) => DrawingReason;
}

/** @throws OutputRefused, NoContent; the system's error */
export async function buildOnce(settings: BuildSettings): Promise<BuildEnd> {
  const { content, out, base, keepsGoing, isUntrusted, isChecking, mayCache, threads, shard } = settings;
  const tell = settings.isQuiet ? (): void => {} : say;
  const report = async (findings: Findings): Promise<void> => {
    if (!settings.isQuiet) await reportFindings(findings, 'pretty');
  };
  const start = performance.now();
  const options = JSON.stringify([pathForUser(content), base, isUntrusted, isChecking, version]);
  const timeline = new Timeline();
  timeline.start('look');
  // A part is not compared with an earlier one.
  const memory =
    mayCache && shard === undefined ? await BuildMemory.open(content, out, options).catch(() => undefined) : undefined;
  const same = memory?.unchanged;
  if (same !== undefined) {
    // A killed build may have left a folder.
    await heal(out).catch(() => undefined);
    repeatReport(same, performance.now() - start);
    return { code: 0, reasonOf: (route) => ({ kind: same.routes.has(route) ? 'same' : 'unknown' }) };
  }
  const output = await openOutput(out, content, tell, async (isLocked) => {
    if (memory?.last === undefined || !isLocked) return memory?.last !== undefined;
    const looking = memory.isSiteUnchanged();
    // Another thread looks meanwhile.
    await Promise.all([prepareEdits(memory), import('../astro/index.ts')]);
    return looking;
  });
  const colours = new EarlyColours(mayCache, (time) => timeline.addThread('colours', time));
  try {
    const edited =
      memory && output.isKnown && !isChecking
        ? await buildEdits(settings, memory, output, timeline, colours)
        : undefined;
    if (edited !== undefined) {
      if (settings.isQuiet !== true) await reportTimeline(timeline, settings.hasTiming);
      tell(describeBuild({ ...edited, unparsed: '', out }, performance.now() - start));
      return { code: 0, reasonOf: edited.drawn.reasonOf };
    }
    const opened = await openProject(content, isUntrusted, (stage) => timeline.start(stage), colours);
    boundHeap();
    const { unparsed = {}, ...checked } = isChecking
      ? await checkProjectSamples(opened, opened.folder, mayCache)
      : { ...opened, unparsed: {} };
    const project = await checkIcon(checked);
    await report(project);
    const isFailed = hasErrors(project.diagnostics);
    if (isFailed && !keepsGoing) {
      await output.discard();
      tell(
        `Nothing was written: ${countFindings(project.diagnostics)}. ` +
          'Fix the errors, or build with --keep-going to see the site with gaps.',
      );
      await noteKilled(opened.folder);
      return { code: 1 };
    }
    // Pages of a site with errors have gaps.
    const keeps = (drawn: number): boolean => !isFailed && keepsPages(drawn, env['CI']);
    const facts = memory && !isFailed && !isChecking ? await FactsToKeep.open(project) : undefined;
    const drawn = await drawSite(project, {
      folder: output.folder,
      base: base || basePathOf(project.resolved.site.url),
      memory,
      facts,
      kept: mayCache ? await KeptPages.open(opened.folder, JSON.stringify([base, version])) : undefined,
      keeps,
      mayChange: output.isKnown,
      mayCache,
      threads,
      timeline,
      colours,
      shard: shard && {
        ...shard,
        content: opened.contentKey(JSON.stringify([base, isUntrusted, isChecking, version])),
      },
    });
    const over = await checkBudgets(
      project,
      [output.folder, ...(drawn.changes ? [memory!.place] : [])],
      drawn.paths,
      start,
      drawn.files,
    );
    await report({ folder: project.folder, diagnostics: over });
    const isOver = hasErrors(over);
    if (isOver && !keepsGoing) {
      await output.discard();
      tell('Nothing was written: site.yaml makes `over-budget` an error.');
      return { code: 1 };
    }
    const found = project.diagnostics.length === 0 ? '' : countFindings(project.diagnostics);
    const built = { site: project.resolved, found, drawn, unparsed: describeUnparsed(unparsed).trim(), out, shard };
    timeline.start('keep');
    if (!isOver && keeps(drawn.drawn)) await drawn.keepPages();
    timeline.start('replace');
    // If the process is killed from here on, the next build compares with nothing.
    await memory?.forget();
    const { changes } = drawn;
    const keep = async (): Promise<void> => {
      if (isFailed || isOver || drawn.routes === undefined) return;
      const all = { folder: project.folder, diagnostics: [...project.diagnostics, ...over] };
      const findings = { plain: formatFindings(all, false), coloured: formatFindings(all, true) };
      const record = { routes: drawn.routes, report: { findings, found, summary: summariseBuild(built) } };
      await memory?.keep(record, changes, facts?.take(drawn.search));
    };
    await (changes === undefined ? output.commit(keep) : output.change(changes, keep));
    timeline.stop();
    if (settings.isQuiet !== true) await reportTimeline(timeline, settings.hasTiming);
    tell(describeBuild(built, performance.now() - start));
    return { code: isFailed || isOver ? 1 : 0, reasonOf: drawn.reasonOf };
  } catch (error) {
    // A failed removal is tried again when the process ends.
    await output.discard().catch(() => undefined);
    const isOfContent = error instanceof OwnCodeFailed || (error instanceof SiteIncomplete && error.isOfContent);
    if (!isOfContent) throw withPlace(error, output.folder, out);
    tell(error.message);
    return { code: 1 };
  } finally {
    await colours.stop();
  }
}

/** The file of the trace, in the working folder. */
const traceFile = 'stele-trace.json';

async function reportTimeline(timeline: Timeline, hasTiming: boolean): Promise<void> {
  await timeline.writeTimings(env['STELE_TIMINGS']).catch((error: unknown) => explainFailure(error));
  if (!hasTiming) return;
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

/**
 * Names the output folder in an error: users do not know the temporary folder beside it, and the system often names no
 * file.
 */
function withPlace(error: unknown, folder: string, out: string): unknown {
  const failed = findDiskError(error);
  if (failed === undefined) return error;
  const path = failed.path ?? out;
  return new DiskFailed({ ...failed, path: path.startsWith(folder) ? out + path.slice(folder.length) : path }, error);
}
