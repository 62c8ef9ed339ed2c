// A page before and after an edit → whether all links of other pages still lead where they led.

import type { PageFacts, ResolvedPage, SiteFacts } from './model/index.ts';
import { linkableOf, type LinkablePage } from './resolve/index.ts';

/**
 * Whether links to a page, and links that may lead to it, have the same targets after an edit. The pictures and files
 * that the page shows or links to must be the same, too: only these are copied.
 */
export function keepsTargets(facts: SiteFacts, before: ResolvedPage, after: ResolvedPage): boolean {
  if (assetsOf(before) !== assetsOf(after)) return false;
  const [old, now] = [linkableOf(before), linkableOf(after)];
  // An anchor that is new may be the target of a link that had none, or change what is suggested for it.
  if (facts.hasDangling) return describe(old) === describe(now);
  const linked = listLinked(facts, before.route);
  if (![...linked].every((anchor) => now.anchors.has(anchor))) return false;
  for (const [path, id] of old.headingPaths) {
    if (linked.has(id) && now.headingPaths.get(path) !== id) return false;
  }
  // The path of a heading wins against that of a file.
  return [...now.headingPaths.keys()].every((path) => {
    const written = before.route === '' ? path : `${before.route}/${path}`;
    return old.headingPaths.has(path) || !(facts.assets.has(written) || facts.publicFiles.has(written));
  });
}

/** The anchors of a page that links of other pages, and redirects, lead to. */
function listLinked({ pages, redirects }: SiteFacts, route: string): ReadonlySet<string> {
  const start = `${route}#`;
  const ofPage = ({ anchors }: PageFacts): readonly string[] =>
    anchors.flatMap((anchor) => (anchor.startsWith(start) ? anchor.slice(start.length) : []));
  const ofRedirects = [...redirects.values()].flatMap((target) =>
    target.kind === 'page' && target.route === route ? (target.anchor ?? []) : [],
  );
  return new Set([...pages.flatMap(ofPage), ...ofRedirects]);
}

function describe({ anchors, headingPaths }: LinkablePage): string {
  return JSON.stringify([[...anchors].sort(), [...headingPaths].sort()]);
}

function assetsOf({ links }: ResolvedPage): string {
  const paths = [...links.values()].flatMap((target) => (target.kind === 'asset' ? target.path : []));
  return JSON.stringify([...new Set(paths)].sort());
}
