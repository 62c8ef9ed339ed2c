// A new page → a link in the navigation of its section. If lines cannot be added safely, the user gets the lines to add
// by hand.

import type { Compilation, DataNode, Document, ListNode, MapNode } from '../../compiler/model/index.ts';
import { routeFrom } from '../../compiler/source/index.ts';
import { endOfList } from './insert-entries.ts';
import { attempt, refuse } from './refusal.ts';
import type { FileEdits } from './text-edit.ts';
import { writeScalar } from './write-scalar.ts';
import { lineBreakOf } from './yaml-layout.ts';

interface Planned {
  readonly edits: readonly FileEdits[];
  readonly notes: readonly string[];
}

/**
 * Plans the link to a page. It is added to the links of the parent page; if that has none, after the parent page and
 * its siblings; if no parent page is in the navigation, at the end of the section.
 */
export function planNavigationLink({ navigation }: Compilation, route: string, title: string): Planned {
  const document = sectionOf(navigation, route);
  if (document === undefined) return { edits: [], notes: [] };
  const lines = [`title: ${writeScalar(title)}`, `url: /${route}`] as const;
  const planned = attempt((): FileEdits => {
    const root = valueOf(document.frontmatter, 'links');
    if (document.isPartial || root?.kind !== 'list') return refuse('its links cannot be read');
    const list = findList(root, route);
    const { offset, column, dash } = endOfList(document, list, 'links');
    const indent = ' '.repeat(column);
    const text = [`${indent}${dash}${lines[0]}`, `${indent}${' '.repeat(dash.length)}${lines[1]}`, ''];
    const range = { start: offset, end: offset };
    return { file: document.file, edits: [{ range, text: text.join(lineBreakOf(document.file.text)) }] };
  });
  if (!('refusal' in planned)) return { edits: [planned], notes: [] };
  return { edits: [], notes: [`Add to the links of ${document.file.path}:\n  - ${lines[0]}\n    ${lines[1]}`] };
}

/** The navigation file of the nearest folder around a route. */
function sectionOf(navigation: readonly Document[], route: string): Document | undefined {
  const around = navigation.filter(({ file }) => route.startsWith(`${file.path.replace(/_navigation\.mdx$/, '')}`));
  return around
    .filter(({ file }) => file.path.includes('/'))
    .sort((a, b) => b.file.path.length - a.file.path.length)[0];
}

function findList(root: ListNode, route: string): ListNode {
  for (let above = parentOf(route); above !== undefined; above = parentOf(above)) {
    const found = findLink(root, above);
    const inner = found && valueOf(found.link, 'links');
    if (inner?.kind === 'list' && inner.items.length > 0) return inner;
    if (found) return found.list;
  }
  return root;
}

function parentOf(route: string): string | undefined {
  const slash = route.lastIndexOf('/');
  return slash < 0 ? undefined : route.slice(0, slash);
}

function findLink(list: ListNode, route: string): { link: MapNode; list: ListNode } | undefined {
  for (const link of list.items) {
    if (link.kind !== 'map') continue;
    const url = valueOf(link, 'url');
    if (url?.kind === 'scalar' && routeFrom(url.value.trim()) === route) return { link, list };
    const inner = valueOf(link, 'links');
    const found = inner?.kind === 'list' ? findLink(inner, route) : undefined;
    if (found) return found;
  }
  return undefined;
}

function valueOf(map: MapNode | undefined, name: string): DataNode | undefined {
  return map?.entries.find(({ key }) => key.value === name)?.value;
}
