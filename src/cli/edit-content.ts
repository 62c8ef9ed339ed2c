// Opens a content folder for a command that changes it: reads and compiles it, compiles it again with changed texts,
// and writes them.

import { resolve } from 'node:path';
import type { CompileAgain } from '../authoring/edit/index.ts';
import type { Compilation, Language } from '../compiler/model/index.ts';
import { ChangeRefused, contentOf, openContent, writeChanges, type ContentRead } from '../project/index.ts';
import type { SourceFile } from '../compiler/source/index.ts';
import { pathForUser, userPath } from './terminal.ts';
import { undoChangesIn } from './undo-changes.ts';

/** An open content folder that a command may change. */
export interface EditedContent {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Paths of all files that Stele reads, relative to the folder. */
  readonly paths: readonly string[];
  readonly compiled: Compilation;
  /** Languages of the site; if it has none yet, the common built-in ones. */
  readonly languages: readonly Language[];
  /** Compiles the folder with some texts changed or added. */
  readonly compile: CompileAgain;
  /**
   * Writes texts by path: all of them or none.
   * @throws ChangeRefused
   */
  write(texts: ReadonlyMap<string, string>): Promise<void>;
}

/**
 * Opens a content folder. Changes of a killed command are undone first.
 * @param content value of `--content`
 * @param isDry whether nothing will be written
 * @throws NoContent if there is no such folder
 * @throws ChangeRefused if the content is of a later format
 */
export async function openForEditing(content: string | boolean | undefined, isDry = false): Promise<EditedContent> {
  const folder = resolve(userPath(String(content ?? 'content')));
  if (!isDry) await undoChangesIn(folder);
  const read = await openContent(folder);
  const { commonLanguages, compileContent } = await import('../compiler/index.ts');
  const files = sourcesOf(read);
  const before = new Map(files.map(({ path, text }) => [path, text]));
  const compile: CompileAgain = (texts) => {
    const all = new Map([...before, ...texts]);
    const again = contentOf(
      read.content.name,
      [...all].map(([path, text]) => ({ path, text })),
      read.content.assets,
      read.content.publicFiles,
    );
    return compileContent(again.content, [...read.diagnostics, ...again.diagnostics]);
  };
  const compiled = compileContent(read.content, read.diagnostics);
  const later = compiled.diagnostics.find(({ code }) => code === 'later-format');
  if (later !== undefined) {
    throw new ChangeRefused(`${pathForUser(`${folder}/${later.file}`)}: ${later.message}\n→ ${later.hint}`);
  }
  const { languages } = compiled.resolved.site;
  return {
    folder,
    paths: [...before.keys(), ...read.content.assets.map(({ path }) => path)].sort(),
    compiled,
    languages: languages.length > 0 ? languages : commonLanguages,
    compile,
    write(texts) {
      const changes = [...texts].map(([path, after]) => ({ path, after, ...beforeOf(before.get(path)) }));
      return writeChanges(folder, changes);
    },
  };
}

function beforeOf(text: string | undefined): { before?: string } {
  return text === undefined ? {} : { before: text };
}

function sourcesOf({ content }: ContentRead): readonly SourceFile[] {
  const { site, pages, navigation, samples } = content;
  return [...(site ? [site] : []), ...pages, ...navigation, ...samples.map(({ file }) => file)];
}
