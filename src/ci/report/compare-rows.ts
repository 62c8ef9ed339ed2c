// One page of the base and of the pull request → the rows of its tables that were added, changed or removed. Rows are
// the same if they have the same anchor.

import type { ReportedRows } from './report.ts';

/** A row of a page. */
interface Row {
  readonly anchor: string;
  /** Its own content, without the rows inside it. */
  readonly content: string;
  /** The row before it, and the row after it, in the same list. */
  readonly previous: string | undefined;
  next: string | undefined;
}

/** Compares the rows of two HTML pages. Returns undefined if no row differs. */
export function compareRows(path: string, base: string, head: string): ReportedRows | undefined {
  const [before, after] = [listRows(base), listRows(head)];
  const added = [...after.keys()].filter((anchor) => !before.has(anchor));
  const changed = [...after.values()].filter((row) => (before.get(row.anchor)?.content ?? row.content) !== row.content);
  const removed = [...before.values()].filter(({ anchor }) => !after.has(anchor));
  if (added.length + changed.length + removed.length === 0) return undefined;
  return {
    path,
    added,
    changed: changed.map(({ anchor }) => anchor),
    removed: removed.flatMap((row) => placeOf(row, before, after) ?? []),
  };
}

/** The name of a removed row, and the nearest row in its list that is still there. */
function placeOf(
  row: Row,
  before: ReadonlyMap<string, Row>,
  after: ReadonlyMap<string, Row>,
): ReportedRows['removed'][number] | undefined {
  const label = /<code class="name">([^]*?)<\/code>/.exec(row.content)?.[1];
  const name = label === undefined ? row.anchor.slice(0, maxName) : textOf(label);
  for (let next = row.next; next !== undefined; next = before.get(next)?.next)
    if (after.has(next)) return { name, place: 'before', anchor: next };
  for (let previous = row.previous; previous !== undefined; previous = before.get(previous)?.previous)
    if (after.has(previous)) return { name, place: 'after', anchor: previous };
  return undefined;
}

/** The most characters of the name of a row. */
const maxName = 200;

function textOf(html: string): string {
  return unescape(html.replace(/<[^>]*>/g, '')).slice(0, maxName);
}

/** The text of HTML without tags. */
function unescape(html: string): string {
  return html
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** The rows of a page by anchor, with the lists inside them. */
function listRows(html: string): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  /** The last row of each open list; undefined for a list without rows so far, or of another kind. */
  const lists: { last: Row | undefined; readonly isRows: boolean }[] = [];
  for (const match of html.matchAll(/<(ul|ol)\b([^>]*)>|<\/(?:ul|ol)>|<li\b[^>]*?\bid="([^"]+)"[^>]*>/g)) {
    const [tag, list, attributes = '', id] = match;
    const anchor = id === undefined ? undefined : unescape(id);
    if (list !== undefined) lists.push({ last: undefined, isRows: attributes.includes('class="rows"') });
    else if (anchor === undefined) lists.pop();
    const open = lists.at(-1);
    if (anchor === undefined || open?.isRows !== true) continue;
    const start = match.index + tag.length;
    const end = /<details|<ul class="rows"|<\/li>/.exec(html.slice(start, start + 100_000))?.index ?? 0;
    const row: Row = {
      anchor,
      content: html.slice(start, start + end),
      previous: open.last?.anchor,
      next: undefined,
    };
    if (open.last !== undefined) open.last.next = anchor;
    open.last = row;
    rows.set(anchor, row);
  }
  return rows;
}
