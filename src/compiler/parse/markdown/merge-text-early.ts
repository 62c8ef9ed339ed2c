// A construct of the Markdown parser → the same construct, which also joins the plain text before it.
//
// The parser splits plain text wherever syntax might begin: each word might be a mail address. After a whole paragraph,
// it joins adjacent pieces, and moves all later events for each run of pieces. For a paragraph of 100 KB with many
// escapes, this takes seconds. Directly after the construct that follows a run, the run is at the end of the events, so
// joining it moves nothing.

import type { Construct, Event } from 'micromark-util-types';

/** Extends a construct so that it joins the plain text before it. */
export function mergeTextBefore(construct: Construct): Construct {
  const { resolveTo } = construct;
  return {
    ...construct,
    resolveTo: (events, context) => mergeBeforeLast(resolveTo ? resolveTo(events, context) : events),
  };
}

/** Joins the pieces of plain text before the last token, which has just been read. Changes and returns the list. */
function mergeBeforeLast(events: Event[]): Event[] {
  let last = startOfLast(events, events.length);
  // The white space at the start of a line is a separate token.
  if (events[last]?.[1].type === 'linePrefix') last = startOfLast(events, last);
  let first = last;
  while (first >= 2 && events[first - 1]![1].type === 'data') first -= 2;
  if (last - first <= 2) return events;
  events[first]![1].end = events[last - 1]![1].end;
  events.splice(first + 2, last - first - 2);
  return events;
}

/** The index of the event that enters the token whose exit is the last event before `end`. */
function startOfLast(events: readonly Event[], end: number): number {
  const token = events[end - 1]?.[1];
  let at = end - 2;
  while (at > 0 && events[at]![1] !== token) at--;
  return Math.max(at, 0);
}
