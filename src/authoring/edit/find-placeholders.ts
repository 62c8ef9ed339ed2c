// A page's frontmatter → the placeholders in it, in all places for descriptions (format.md 3.1, 4.2 and 4.3).

import { placeholderPattern } from '../../compiler/format/index.ts';
import type { DataNode, Document, ScalarNode } from '../../compiler/model/index.ts';
import type { SourceFile } from '../../compiler/source/index.ts';
import { descriptionsOf } from './description-keys.ts';

/** A placeholder in a file: `(connection.id)`. */
export interface WrittenPlaceholder {
  readonly file: SourceFile;
  /** Without the parentheses. */
  readonly path: string;
  /** Offset of the path; undefined if it is written with escapes or line breaks. */
  readonly offset: number | undefined;
  readonly node: ScalarNode;
}

/** Finds placeholders in the texts of `descriptions`, and in each `description` of an entity or item. */
export function findPlaceholders(document: Document): readonly WrittenPlaceholder[] {
  const found: WrittenPlaceholder[] = [];
  const add = (node: DataNode): void => {
    if (node.kind !== 'scalar' || node.type !== 'string') return;
    const written = node.value.trim();
    if (!placeholderPattern.test(written)) return;
    const { file } = document;
    const at = file.text.slice(node.range.start, node.range.end).indexOf(written);
    found.push({ file, path: written.slice(1, -1), offset: at < 0 ? undefined : node.range.start + at + 1, node });
  };
  const visitTexts = (node: DataNode): void => {
    if (node.kind === 'map') for (const { value } of node.entries) visitTexts(value);
    else add(node);
  };
  const visitItems = (node: DataNode): void => {
    if (node.kind === 'list') node.items.forEach(visitItems);
    if (node.kind !== 'map') return;
    for (const { key, value } of node.entries) {
      if (key.value === 'description') add(value);
      else visitItems(value);
    }
  };
  const descriptions = descriptionsOf(document);
  if (descriptions) visitTexts(descriptions);
  const reference = document.frontmatter?.entries.find(({ key }) => key.value === 'reference')?.value;
  if (reference) visitItems(reference);
  return found;
}
