// Placeholders → their texts, from the merged tables of all pages (format.md 3.3).

import type { Report } from '../diagnostics/index.ts';
import {
  leavesOf,
  type Description,
  type DescriptionTree,
  type MarkdownText,
  type MergedLeaf,
  type Placeholder,
} from '../model/index.ts';
import { compareText, suggest } from '../text/index.ts';
import { makeLookUp, type Found } from './look-up-description.ts';

/** Looks up descriptions. There is one instance per site, which records the descriptions that are used. */
export interface Descriptions {
  /** The text of a description. Reports a placeholder without a text and returns undefined. */
  resolve(description: Description | undefined): MarkdownText | undefined;
  /** The text at a path. Returns undefined without a report if there is none. */
  find(path: string): MarkdownText | undefined;
  readonly used: ReadonlySet<MergedLeaf>;
}

/**
 * Prepares the look-up. Reports each leaf that is a placeholder without a text, and each circle of placeholders, once.
 */
export function resolveDescriptions(tree: DescriptionTree, report: Report): Descriptions {
  const lookUp = makeLookUp(tree);
  const leaves = leavesOf(tree).toSorted(comparePlace);
  const found = makeDescriptions(tree, report, lookUp);
  // In path order, so that a circle is always reported at its first placeholder.
  const usedByLeaves = new Set<MergedLeaf>();
  for (const leaf of leaves) {
    if (leaf.description.kind !== 'placeholder') continue;
    found.follow(leaf);
    const next = lookUp(leaf.description.path);
    if (next && 'leaf' in next) usedByLeaves.add(next.leaf);
  }
  found.used.clear();
  for (const leaf of usedByLeaves) found.used.add(leaf);
  return found;
}

/** The look-up without the findings about leaves that nothing asks for. It reads only leaves that are asked for. */
export function makeDescriptions(
  tree: DescriptionTree,
  report: Report,
  lookUp = makeLookUp(tree),
): Descriptions & {
  readonly used: Set<MergedLeaf>;
  /** The text at the end of a chain of placeholders. All leaves of the chain get this text, or none. */
  follow(first: MergedLeaf): MarkdownText | undefined;
} {
  const texts = new Map<MergedLeaf, MarkdownText | undefined>();
  const used = new Set<MergedLeaf>();
  let paths: readonly string[] | undefined;

  const reportPlaceholder = (placeholder: Placeholder, found: Found): void => {
    if (found !== undefined && 'group' in found) {
      report('placeholder-without-self', placeholder, { name: placeholder.path, known: [...found.group.keys()] });
    } else {
      paths ??= leavesOf(tree)
        .toSorted(comparePlace)
        .map((leaf) => leaf.path.replace(/\.self$/, ''));
      report('unknown-placeholder', placeholder, { name: placeholder.path, near: suggest(placeholder.path, paths) });
    }
  };

  const follow = (first: MergedLeaf): MarkdownText | undefined => {
    if (first.description.kind === 'markdown') {
      used.add(first);
      return first.description.text;
    }
    const chain = new Set<MergedLeaf>();
    const textAt = (leaf: MergedLeaf): MarkdownText | MergedLeaf | undefined => {
      used.add(leaf);
      if (texts.has(leaf)) return texts.get(leaf);
      if (leaf.description.kind === 'markdown') return leaf.description.text;
      if (chain.has(leaf)) {
        const cycle = [...chain].slice([...chain].indexOf(leaf));
        report('placeholder-cycle', leaf.description, { path: [...cycle, leaf].map(({ path }) => path) });
        return undefined;
      }
      chain.add(leaf);
      const next = lookUp(leaf.description.path);
      if (next && 'leaf' in next) return next.leaf;
      reportPlaceholder(leaf.description, next);
      return undefined;
    };
    let at: MarkdownText | MergedLeaf | undefined = first;
    while (at && 'keyRange' in at) at = textAt(at);
    for (const leaf of chain) texts.set(leaf, at);
    return at;
  };

  const find = (path: string): MarkdownText | undefined => {
    const found = lookUp(path);
    return found && 'leaf' in found ? follow(found.leaf) : undefined;
  };

  return {
    used,
    follow,
    find,
    resolve(description) {
      if (description === undefined || description.kind === 'markdown') return description?.text;
      const found = lookUp(description.path);
      if (found && 'leaf' in found) return follow(found.leaf);
      reportPlaceholder(description, found);
      return undefined;
    },
  };
}

function comparePlace(a: MergedLeaf, b: MergedLeaf): number {
  return compareText(a.page.file.path, b.page.file.path) || a.keyRange.start - b.keyRange.start;
}
