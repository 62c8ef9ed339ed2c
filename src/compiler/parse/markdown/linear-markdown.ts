// A plugin for the Markdown parser that makes its time linear in the words of a paragraph. It does not change the
// trees.

import { characterEscape, characterReference, hardBreakEscape, lineEnding } from 'micromark-core-commonmark';
import type { Construct, ConstructRecord } from 'micromark-util-types';
import type { Plugin } from 'unified';
import { skipInLabels, type OpenLabels } from './autolinks-in-labels.ts';
import { mergeTextBefore } from './merge-text-early.ts';

/** Must be used after the plugins that add syntax, because it changes the constructs that they add. */
export const linearMarkdown: Plugin = function () {
  const wrapped = new Map<Construct, Construct>();
  const openLabels: OpenLabels = new WeakMap();
  const wrap = (construct: Construct): Construct => {
    const linear = wrapped.get(construct) ?? mergeTextBefore(skipInLabels(construct, openLabels));
    wrapped.set(construct, linear);
    return linear;
  };
  const data = this.data();
  const extensions = data.micromarkExtensions ?? [];
  data.micromarkExtensions = [
    { text: mapConstructs(plainMarkdown, wrap) },
    ...extensions.map((each) => (each.text ? { ...each, text: mapConstructs(each.text, wrap) } : each)),
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

function mapConstructs(record: ConstructRecord, map: (construct: Construct) => Construct): ConstructRecord {
  return Object.fromEntries(
    Object.entries(record).map(([code, value]) => [code, Array.isArray(value) ? value.map(map) : value && map(value)]),
  );
}
