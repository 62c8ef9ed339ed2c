// A content folder on the disk → its compilation, for programs outside of Stele.

import type { Compilation } from '../compiler/model/index.ts';
import { checkProjectSamples, openProject, type Project } from '../project/index.ts';

/** Options of `compileFolder`. */
export interface CompileFolderOptions {
  /** `true` for content of others: nothing of the folder is executed, whatever its `site.yaml` contains. */
  readonly untrusted?: boolean;
  /** `false` to leave the code of samples unchecked, which saves most of the time. By default it is checked. */
  readonly samples?: boolean;
}

/** A compiled content folder: its resolved model, and all findings. */
export interface CompiledFolder extends Compilation {
  /** Absolute path of the content folder. */
  readonly folder: string;
}

/** The projects of compiled folders, for `openViews`. */
const projects = new WeakMap<CompiledFolder, Project>();

/**
 * Reads and compiles a content folder, as `stele check` does. It executes nothing in the folder and writes nothing to
 * it.
 *
 * Mistakes of authors are never thrown. They are in `diagnostics`, and `resolved` has everything that could be
 * resolved.
 * @param folder path of the content folder
 * @returns the resolved model and all findings, in the order of files and places
 * @throws NoContent if there is no such folder or it has no pages; the system's error if it cannot be read
 * @example
 * import { compileFolder, pointAt } from 'stele';
 *
 * const { diagnostics } = await compileFolder('content');
 * for (const { severity, code, message, file, source, range } of diagnostics) {
 *   const line = source && range ? `:${pointAt(source, range.start).line}` : '';
 *   console.log(`${file}${line} ${severity} ${code}: ${message}`);
 * }
 */
export async function compileFolder(
  folder: string,
  { untrusted = false, samples = true }: CompileFolderOptions = {},
): Promise<CompiledFolder> {
  const project = await openProject(folder, untrusted, undefined, undefined, true);
  const checked = samples ? await checkProjectSamples(project, project.folder, true) : project;
  const { resolved, documents, navigation, diagnostics } = checked;
  const compiled = { folder: project.folder, resolved, documents, navigation, diagnostics };
  projects.set(compiled, project);
  return compiled;
}

/**
 * The project behind a compiled folder.
 * @throws TypeError if the value is not a result of `compileFolder`
 */
export function projectOf(compiled: CompiledFolder): Project {
  const project = projects.get(compiled);
  if (project === undefined) throw new TypeError('openViews needs the result of compileFolder.');
  return project;
}
