// A construct of the Markdown parser → the same one, which also joins the plain text in front of it.
//
// The parser cuts plain text into pieces wherever something might begin: each word might be a mail address. It joins
// adjacent pieces when it has read the whole paragraph, and moves all later events for each run that it joins. A
// paragraph of 100 KB with many escapes takes seconds that way. When the construct behind a run has just been read,
// the run stands at the end of the events, and nothing moves.

import type { Construct, Event } from 'micromark-util-types';

/** The construct, completed. */
export function mergeTextBefore(construct: Construct): Construct {
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
