// A page on both sides → findings about its address, titles, body and anchors.

import type { Origin, ReferencePage } from '../export/index.ts';
import { canonicalText } from './canonical-text.ts';
import type { Finding, PagePair } from './change.ts';

export interface PageContext {
  /** Whether a redirect of head leads from an old route to a page. */
  readonly redirectOf: (route: string) => string | undefined;
  /** The redirect that an old route needs, in words. */
  readonly hintFor: (route: string) => string | undefined;
  report(finding: Finding): void;
}

export function comparePages(
  base: ReferencePage,
  head: ReferencePage,
  { redirectOf, hintFor, report }: PageContext,
): void {
  const page: PagePair = { base: base.route, head: head.route };
  const tell = (kind: Finding['kind'], more: Partial<Finding>): void =>
    report({ kind, subject: { page }, base: topOf(base), head: topOf(head), ...more });
  if (base.route !== head.route) {
    const hasRedirect = redirectOf(base.route) === head.route;
    const values = { before: `/${base.route}`, after: `/${head.route}` };
    if (hasRedirect) tell('page-moved', values);
    else tell('page-lost-address', { ...values, hint: hintFor(base.route) });
  }
  if (base.title !== head.title) tell('title-changed', { before: base.title, after: head.title });
  if (base.description !== head.description)
    tell('description-changed', { before: base.description, after: head.description });
  if (base.body.isBroken || head.body.isBroken) return;
  const [before, after] = [canonicalText(base.body), canonicalText(head.body)];
  if (before !== after) tell('body-changed', { before, after, base: base.body.origin, head: head.body.origin });
  const anchors = new Set([...head.headings.map(({ anchor }) => anchor), ...fieldAnchors(head)]);
  for (const { anchor, text, level } of base.headings)
    if (level > 1 && !anchors.has(anchor))
      tell('anchor-lost', {
        detail: anchor,
        before: anchor,
        after: undefined,
        base: base.body.origin,
        head: head.body.origin,
        subject: { page, field: text },
      });
}

/** A heading may have got the anchor of an entity. */
function fieldAnchors({ entities }: ReferencePage): readonly string[] {
  return entities.map(({ id }) => id);
}

export function tellSinglePage(
  { base, head }: { readonly base?: ReferencePage; readonly head?: ReferencePage },
  { redirectOf, hintFor, report }: PageContext,
): void {
  if (head)
    report({ kind: 'page-added', subject: { page: { head: head.route } }, after: head.title, head: topOf(head) });
  if (!base) return;
  const target = redirectOf(base.route);
  const rest = { subject: { page: { base: base.route } }, before: base.title, base: topOf(base) };
  if (target === undefined) report({ kind: 'page-removed', ...rest, hint: hintFor(base.route) });
  else report({ kind: 'page-redirected', ...rest, after: `/${target}` });
}

function topOf({ file }: ReferencePage): Origin {
  return { file, line: 1, column: 1 };
}
