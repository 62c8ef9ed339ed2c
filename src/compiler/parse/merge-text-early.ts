// A plugin for the Markdown parser that keeps its time linear in the words of a paragraph.
//
// The parser cuts plain text into pieces wherever something might begin: each word might be a mail address. It joins
// adjacent pieces when it has read the whole paragraph, and moves all later events for each run that it joins. A
// paragraph of 100 KB with many escapes takes seconds that way. This plugin joins a run as soon as the construct behind
// it has been read. The run then stands at the end of the events, so nothing moves. The trees are the same.

import { characterEscape, characterReference, hardBreakEscape, lineEnding } from 'micromark-core-commonmark';
import type { Construct, ConstructRecord, Event } from 'micromark-util-types';
import type { Plugin } from 'unified';

/** Use it behind the plugins that add syntax: it completes what they add. */
export const mergeTextEarly: Plugin = function () {
  const wrapped = new Map<Construct, Construct>();
  const wrap = (construct: Construct): Construct => {
    const merging = wrapped.get(construct) ?? withMerge(construct);
    wrapped.set(construct, merging);
    return merging;
  };
  const data = this.data();
  const extensions = data.micromarkExtensions ?? [];
  data.micromarkExtensions = [
    { text: mapConstructs(plainMarkdown, wrap) },
    ...extensions.map((each) => (each.text ? { ...each, text: mapConstructs(each.text, wrap) } : each)),
  ];
};

/** The syntax of plain Markdown that is not counted as a mark (`markdown-cost.ts`): line ends, references and escapes. */
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

function withMerge(construct: Construct): Construct {
  const { resolveTo } = construct;
  return {
    ...construct,
    resolveTo: (events, context) => mergeBeforeLast(resolveTo ? resolveTo(events, context) : events),
  };
}

/** Joins the pieces of plain text in front of the last token, which has just been read. Changes the list. */
function mergeBeforeLast(events: Event[]): Event[] {
  let last = startOfLast(events, events.length);
  // The blanks at the beginning of a line are a token of their own.
  if (events[last]?.[1].type === 'linePrefix') last = startOfLast(events, last);
  let first = last;
  while (first >= 2 && events[first - 1]![1].type === 'data') first -= 2;
  if (last - first <= 2) return events;
  events[first]![1].end = events[last - 1]![1].end;
  events.splice(first + 2, last - first - 2);
  return events;
}

/** The index of the event that enters the token whose exit is the last event in front of `end`. */
function startOfLast(events: readonly Event[], end: number): number {
  const token = events[end - 1]?.[1];
  let at = end - 2;
  while (at > 0 && events[at]![1] !== token) at--;
  return Math.max(at, 0);
}
