// The Markdown forms of a site's own components: a module beside each component, `Chart.md.mjs` beside `Chart.astro`.
// A build runs it, like the component. A site that may run no code has no components, so nothing is loaded.

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MarkdownForm, ResolvedModel } from '../compiler/model/index.ts';
import { messageOf } from '../disk/index.ts';
import { findInside } from './find-inside.ts';

/** A form cannot be used. Its `id` is the file. */
export class FormFailed extends Error {
  override readonly name = 'FormFailed';
  readonly id: string;

  constructor(id: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.id = id;
  }
}

/**
 * Loads the forms that exist, by the names of their components. A form that cannot be loaded throws FormFailed when a
 * page uses it, like one that fails: the server of `stele dev` goes on.
 * @param folder absolute path of the content folder
 */
export async function loadMarkdownForms(
  { site }: ResolvedModel,
  folder: string,
): Promise<ReadonlyMap<string, MarkdownForm>> {
  const forms = new Map<string, MarkdownForm>();
  for (const [name, { value }] of site.components) {
    const inside = await findInside(folder, value.replace(/\.astro$/, '.md.mjs'));
    if (inside !== undefined) forms.set(name, await loadForm(join(inside.folder, inside.path)));
  }
  return forms;
}

async function loadForm(file: string): Promise<MarkdownForm> {
  let form: unknown;
  let failed: FormFailed | undefined;
  try {
    // A server loads it again after it has changed.
    const module = (await import(`${pathToFileURL(file).href}?${(await stat(file)).mtimeMs}`)) as { default?: unknown };
    form = module.default;
  } catch (error) {
    failed = new FormFailed(file, messageOf(error), error);
  }
  if (failed === undefined && typeof form !== 'function')
    failed = new FormFailed(file, 'It has to export a function as its default: (props, content) => Markdown.');
  return (props, content) => {
    if (failed !== undefined) throw failed;
    const text = callForm(file, form as MarkdownForm, props, content);
    if (typeof text === 'string') return text;
    throw new FormFailed(file, `Its function has to return Markdown as a string, and returned ${typeof text}.`);
  };
}

function callForm(file: string, form: MarkdownForm, ...given: Parameters<MarkdownForm>): unknown {
  try {
    return form(...given);
  } catch (error) {
    throw new FormFailed(file, messageOf(error), error);
  }
}
