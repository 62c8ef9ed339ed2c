// Builds a site of which only pages, samples and titles of links were edited: draws the pages that show the edits into
// the last site.

import type { BuildMemory, EarlyColours, OutputBuild, Timeline } from '../project/index.ts';
import { repeatFindings, summariseBuild, type Built } from './describe-build.ts';
import { drawEdits, type DrawnEdits } from './draw-edits.ts';

/** The settings of a build that matter here. */
interface EditSettings {
  /** Absolute path of the content folder. */
  readonly content: string;
  /** Absolute path of the output folder. */
  readonly out: string;
  /** Path that the site is served under; '' for that of `url` in site.yaml. */
  readonly base: string;
  /** Number of threads that draw many pages; absent for as many as save time. */
  readonly threads: number | undefined;
  readonly isQuiet?: true;
}

/**
 * @param memory of the last build
 * @param output whose site is as the last build left it
 * @param colours colours what no cache has
 * @returns undefined if the whole site has to be built: nothing has then been changed
 * @throws the system's error, if the site cannot be changed; it is then as it was
 */
export async function buildEdits(
  { content, base, out, threads, isQuiet }: EditSettings,
  memory: BuildMemory,
  output: OutputBuild,
  timeline: Timeline,
  colours: EarlyColours,
): Promise<(Pick<Built, 'site' | 'found'> & Pick<DrawnEdits, 'drawn'>) | undefined> {
  const edits = await tryToDraw(() => drawEdits(content, output.folder, base, memory, timeline, threads, colours));
  if (edits === undefined) {
    await colours.stop();
    await output.clear();
    return undefined;
  }
  const { site, drawn, kept } = edits;
  const { report } = memory.last!;
  const built = { site, found: report.found, drawn };
  if (!isQuiet) repeatFindings(report);
  timeline.start('replace');
  await memory.forget();
  const keep = async (): Promise<void> => {
    const summary = summariseBuild({ ...built, unparsed: '', out });
    await memory.keep({ routes: drawn.routes, report: { ...report, summary } }, drawn.changes, kept);
  };
  await output.change(drawn.changes, keep);
  timeline.stop();
  return built;
}

/** Whatever fails is tried again with the whole site, which reports it. */
async function tryToDraw(draw: () => Promise<DrawnEdits | undefined>): Promise<DrawnEdits | undefined> {
  try {
    return await draw();
  } catch {
    return undefined;
  }
}
