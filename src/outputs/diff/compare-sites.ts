// The languages and the redirects of two sites → findings.

import type { Reference, ReferenceRedirect } from '../export/index.ts';
import type { Finding } from './change.ts';
import { followRedirects } from './match-pages.ts';

const config = { file: 'site.yaml', line: 1, column: 1 };

export function compareLanguages(base: Reference, head: Reference, report: (finding: Finding) => void): void {
  const idsOf = ({ site }: Reference): ReadonlySet<string> => new Set(site.languages.map(({ id }) => id));
  const [old, now] = [idsOf(base), idsOf(head)];
  const tell = (kind: Finding['kind'], language: string): void =>
    report({ kind, language, subject: {}, detail: language, base: config, head: config });
  for (const language of old) if (!now.has(language)) tell('language-removed', language);
  for (const language of now) if (!old.has(language)) tell('language-added', language);
}

export function compareRedirects(
  base: Reference,
  head: Reference,
  routeInHead: (route: string) => string | undefined,
  report: (finding: Finding) => void,
): void {
  const routesOf = ({ pages }: Reference): ReadonlySet<string> => new Set(pages.map(({ route }) => route));
  const [oldPages, newPages] = [routesOf(base), routesOf(head)];
  const indexOf = ({ redirects }: Reference): ReadonlyMap<string, ReferenceRedirect> =>
    new Map(redirects.map((redirect) => [redirect.from, redirect]));
  const [old, now] = [indexOf(base), indexOf(head)];
  const tell = (kind: Finding['kind'], from: string, before?: string, after?: string): void =>
    report({ kind, subject: {}, detail: `/${from}`, before, after, base: config, head: config });
  for (const [from, redirect] of old) {
    const other = now.get(from);
    // A page may stand at the old route again.
    if (newPages.has(from)) continue;
    const target = targetOf(base, redirect);
    if (other === undefined) tell('redirect-removed', from, target);
    else if (target !== targetOf(head, other) && moveOf(base, redirect, routeInHead) !== targetOf(head, other))
      tell('redirect-changed', from, target, targetOf(head, other));
  }
  // The redirect of a page that has moved is a part of that change.
  for (const [from, redirect] of now)
    if (!old.has(from) && !oldPages.has(from)) tell('redirect-added', from, undefined, targetOf(head, redirect));
}

/** The end of a chain of redirects. */
function targetOf(side: Reference, { from, to, anchor }: ReferenceRedirect): string {
  const end = followRedirects(side, from);
  return end === undefined ? (to ?? '') : `/${end}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The target with the page's new route. */
function moveOf(
  side: Reference,
  { from, anchor }: ReferenceRedirect,
  routeInHead: (route: string) => string | undefined,
): string | undefined {
  const end = followRedirects(side, from);
  const route = end === undefined ? undefined : routeInHead(end);
  return route === undefined ? undefined : `/${route}${anchor === undefined ? '' : `#${anchor}`}`;
}
