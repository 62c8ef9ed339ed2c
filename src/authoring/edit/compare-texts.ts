// Two compilations → the first text or anchor that differs between them. A rename must not change either.

import type { Compilation, DataNode, EntityForm, ResolvedItem, ResolvedModel } from '../../compiler/model/index.ts';
import { descriptionsOf } from './description-keys.ts';

/**
 * The first difference, as the object of a sentence. Undefined if all rows of all tables have the same texts and
 * anchors, and no description is lost.
 */
export function findDifference(before: Compilation, after: Compilation): string | undefined {
  const rows = [...listRows(before.resolved)];
  const rowsAfter = [...listRows(after.resolved)];
  if (rows.length !== rowsAfter.length) return 'the number of fields';
  const row = rows.find(({ content }, i) => content !== rowsAfter[i]!.content);
  if (row) return `the text or the anchor of \`${row.name}\``;
  const pages = before.documents.map((document) => ({
    path: document.file.path,
    texts: joinTexts(descriptionsOf(document)),
  }));
  const page = pages.find(({ texts }, i) => texts !== joinTexts(descriptionsOf(after.documents[i]!)));
  return page && `the descriptions of ${page.path}`;
}

function* listRows({ pages }: ResolvedModel): Generator<{ name: string; content: string }> {
  for (const { route, entities, shared } of pages.values()) {
    for (const { entity, description } of shared) {
      const name = entity.key.value;
      yield { name, content: JSON.stringify([route, entity.language, name, description?.value]) };
    }
    for (const { id, forms } of entities) {
      for (const [language, form] of forms) {
        yield { name: id, content: JSON.stringify([route, language, id, form.description?.value]) };
        for (const { item, chain } of itemsOf(form)) {
          const name = [id, ...chain].join('.');
          const { identity, anchor, isPlumbing, description } = item;
          const content = JSON.stringify([route, language, name, identity, anchor, isPlumbing, description?.value]);
          yield { name, content };
        }
      }
    }
  }
}

function* itemsOf({ lists }: EntityForm): Generator<{ item: ResolvedItem; chain: readonly string[] }> {
  const visit = function* (items: readonly ResolvedItem[], above: readonly string[]): ReturnType<typeof itemsOf> {
    for (const item of items) {
      const chain = [...above, item.name ?? ''];
      yield { item, chain };
      yield* visit(item.children, chain);
    }
  };
  for (const { items } of lists) yield* visit(items, []);
}

/**
 * The Markdown of all descriptions of a page, sorted. A rename may move texts between groups, but must not lose or
 * change any of them.
 */
function joinTexts(node: DataNode | undefined): string {
  const texts: string[] = [];
  const visit = (value: DataNode): void => {
    if (value.kind === 'map') for (const entry of value.entries) visit(entry.value);
    else if (value.kind === 'scalar') texts.push(/^\(\S*\)\s*$/.test(value.value) ? '()' : value.value);
  };
  if (node) visit(node);
  return JSON.stringify(texts.sort());
}
