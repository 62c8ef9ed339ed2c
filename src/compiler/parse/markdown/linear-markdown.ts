// A plugin for the Markdown parser that makes its time linear in the words of a paragraph. It does not change the
// trees.

import { characterEscape, characterReference, hardBreakEscape, lineEnding } from 'micromark-core-commonmark';
import type { Construct, ConstructRecord } from 'micromark-util-types';
import type { Plugin } from 'unified';
import { readsAddresses, skipInLabels, type OpenLabels } from './autolinks-in-labels.ts';
import { mergeTextBefore } from './merge-text-early.ts';

/**
 * Must be used after the plugins that add syntax, because it changes the constructs that they add.
 * @param options with `hasAddresses: false` to leave out the constructs for bare addresses, for texts without any. They
 * stop the parser
 *   at each letter, so it is much faster without them
 */
export const linearMarkdown: Plugin<[options?: { readonly hasAddresses: boolean }]> = function (
  { hasAddresses } = { hasAddresses: true },
) {
  const wrapped = new Map<Construct, Construct>();
  const openLabels: OpenLabels = new WeakMap();
  const wrap = (construct: Construct): Construct => {
    const linear = wrapped.get(construct) ?? mergeTextBefore(skipInLabels(construct, openLabels));
    wrapped.set(construct, linear);
    return linear;
  };
  const data = this.data();
  const extensions = data.micromarkExtensions ?? [];
  const isUsed = (construct: Construct): boolean => hasAddresses || !readsAddresses(construct);
  const change = (text: ConstructRecord): ConstructRecord => mapConstructs(text, isUsed, wrap);
  data.micromarkExtensions = [
    { text: change(plainMarkdown) },
    ...extensions.map((each) => (each.text ? { ...each, text: change(each.text) } : each)),
  ];
};

/**
 * The syntax of plain Markdown that is not counted as a mark (`markdown-cost.ts`): line ends, references and escapes.
 */
const plainMarkdown: ConstructRecord = {
  [-5]: lineEnding,
  [-4]: lineEnding,
  [-3]: lineEnding,
  38: characterReference,
  92: [hardBreakEscape, characterEscape],
};

/**
 * Changes the constructs that are used. A character without any is left out, so that the parser does not stop at it.
 */
function mapConstructs(
  record: ConstructRecord,
  isUsed: (construct: Construct) => boolean,
  change: (construct: Construct) => Construct,
): ConstructRecord {
  const changed = Object.entries(record).map(([code, value]): [string, Construct[]] => {
    const constructs = Array.isArray(value) ? value : value ? [value] : [];
    return [code, constructs.filter(isUsed).map(change)];
  });
  return Object.fromEntries(changed.filter(([, constructs]) => constructs.length > 0));
}
