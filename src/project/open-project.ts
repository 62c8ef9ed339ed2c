// A content folder → a compiled project: read, compiled, with the highlighter that its samples need.

import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createShikiHighlighter } from '../engines/index.ts';
import type { SiteData } from '../model/index.ts';
import { compileContent, viewContent, type Compilation } from '../pipeline.ts';
import { readContent } from './read-content.ts';

/** A compiled content folder. */
export interface Project extends Compilation {
  /** Absolute path of the content folder. */
  readonly folder: string;
  /** Milliseconds by stage. */
  readonly timings: ReadonlyMap<string, number>;
}

/** A content folder that is not there or has no page: nothing can be built of it. */
export class NoContent extends Error {
  override readonly name = 'NoContent';
}

/** @throws NoContent */
export async function openProject(contentFolder: string): Promise<Project> {
  const folder = resolve(contentFolder);
  const watch = new Stopwatch();
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new NoContent(`There is no folder ${folder}.`);
  watch.start('read');
  const { content, diagnostics } = await readContent(folder);
  if (content.pages.length === 0 && diagnostics.length === 0) {
    throw new NoContent(`The folder ${folder} has no pages. Pages are files that end in .mdx or .md.`);
  }
  const compilation = compileContent(content, diagnostics, (stage) => watch.start(stage));
  return { ...compilation, folder, timings: watch.stop() };
}

/** Prepares a project's drawing. Loads the grammars of the site's languages and of the formats that samples may have. */
export async function openSite(project: Project): Promise<SiteData> {
  const { site, pages } = project.reference;
  const fences = [...pages.values()].flatMap(({ blocks }) =>
    blocks.flatMap(({ panels }) => panels.map(({ fence }) => fence?.language)),
  );
  const named = fences.filter((name) => name !== undefined);
  const grammars = [...site.languages.map(({ grammar }) => grammar), ...formats, ...named];
  return viewContent(project.reference, await createShikiHighlighter(grammars));
}

/** Formats of samples that belong to no language. */
const formats = ['json', 'http', 'xml', 'yaml', 'html', 'css', 'shellscript'];

/** Milliseconds by stage: starting one ends the one before. */
class Stopwatch {
  readonly #timings = new Map<string, number>();
  #stage: string | undefined;
  #since = 0;

  start(stage: string): void {
    this.stop();
    this.#stage = stage;
    this.#since = performance.now();
  }

  stop(): ReadonlyMap<string, number> {
    if (this.#stage !== undefined) this.#timings.set(this.#stage, performance.now() - this.#since);
    this.#stage = undefined;
    return this.#timings;
  }
}
