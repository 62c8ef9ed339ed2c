// A description's old and new path → the edits that rename it everywhere, tried out: with them the content has no new
// error, and every field says what it said.

import type { ResolvedItem, ResolvedReference } from '../model/index.ts';
import { findDifference } from './compare-texts.ts';
import { newFindings, type Compiled, type CompileAgain } from './compiled.ts';
import { mergeKeys, walk, walkPlaceholder } from './description-keys.ts';
import { planRename, type PageRename } from './plan-rename.ts';
import { attempt, refuse, type Refused } from './refusal.ts';
import { editFiles } from './text-edit.ts';

export interface Rename {
  /** The pages that change, in path order. */
  readonly pages: readonly PageRename[];
  /** New texts of the files that change, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Renames a description or a group of them.
 * @param from, to dotted paths, as placeholders have them
 */
export function renameDescription(before: Compiled, compile: CompileAgain, from: string, to: string): Rename | Refused {
  return attempt(() => {
    refuseUnread(before);
    const pages = planRename(before.documents, from, to);
    refuseLostSelf(before, from);
    const texts = editFiles(pages);
    const after = compile(texts);
    const found = newFindings(before, after).find(({ severity }) => severity === 'error');
    if (found) refuse(`The rename would bring an error in ${found.file}: ${found.message}`);
    const difference = findDifference(before, after);
    if (difference) refuse(`The rename would change ${difference}.`);
    if (walk(mergeKeys(after.documents), to).rest.length > 0) refuse(`\`${to}\` would not be found afterwards.`);
    return { pages, texts };
  });
}

/** Findings behind which placeholders may hide. */
const hiding: ReadonlySet<string> = new Set(['duplicate-key', 'file-too-large', 'not-utf8', 'unreadable-file']);

function refuseUnread({ diagnostics }: Compiled): void {
  const found = diagnostics.find(({ code, file }) => hiding.has(code) && !/(?:^|\/)_|^site\.yaml$/.test(file));
  if (found) refuse(`${found.file} cannot be read as a whole: ${found.message}${found.hint === undefined ? '' : `\n→ ${found.hint}`}`);
}

/** An entity without a description has the text at `<id>.self` wherever a table refers to it (format.md 4). */
function refuseLostSelf({ documents, reference }: Compiled, from: string): void {
  const tree = mergeKeys(documents);
  const target = walk(tree, from).keys;
  for (const { id, page } of selfDescribed(reference)) {
    const path = `${id.replaceAll('-', '_')}.self`;
    const { keys, rest } = walkPlaceholder(tree, path);
    if (rest.length > 0 || !target.every((key, i) => keys[i] === key)) continue;
    refuse(
      `The entity \`${id}\` of ${page} has its text by its id, from \`${path}\`: give it a \`description\` first.`,
    );
  }
}

/** Entities that a table refers to and that no key describes. */
function* selfDescribed(reference: ResolvedReference): Generator<{ id: string; page: string }> {
  const visit = function* (items: readonly ResolvedItem[], language: string): ReturnType<typeof selfDescribed> {
    for (const { source, target, children } of items) {
      yield* visit(children, language);
      const page = target && reference.model.pages.get(target.route);
      if (source.kind !== 'reference' || source.member !== undefined || !target || !page) continue;
      const forms = page.entities
        .get(language)
        ?.filter(({ id, key }) => id?.value === target.id && key.value === source.key);
      if (forms?.some(({ description }) => description === undefined)) yield { id: target.id, page: page.file.path };
    }
  };
  for (const { entities } of reference.pages.values()) {
    for (const { forms } of entities) {
      for (const { source, lists } of forms.values()) for (const { items } of lists) yield* visit(items, source);
    }
  }
}
