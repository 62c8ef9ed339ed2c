// `redirects` of `site.yaml` → those whose old address can be one: no page's, no other redirect's, no file's, in no
// language's tree (format.md 8.4). Where they lead is settled once headings have their anchors.

import { quote, type Report } from '../diagnostics/index.ts';
import type { Redirect, ContentModel, SiteConfig } from '../model/index.ts';
import { findUnusable } from './usable-routes.ts';

/** Redirects with an old address of their own; the others are reported and left out. */
export function collectRedirects(
  { redirects, languages }: SiteConfig,
  pages: ContentModel['pages'],
  report: Report,
): readonly Redirect[] {
  const taken = new Set([...pages.keys()].map((route) => route.toLowerCase()));
  const names = new Set<string>();
  return redirects.filter(isFree);

  function isFree({ route, from }: Redirect): boolean {
    const folded = route.toLowerCase();
    const reason = findUnusable(route) ?? findLanguage(route);
    if (route === '' || taken.has(folded)) report('redirect-from-page', from, { name: from.value });
    else if (reason !== undefined) report('unusable-redirect', from, { name: from.value, reason });
    else if (names.has(folded)) report('duplicate-key', from, { name: from.value });
    else if (names.add(folded)) return true;
    return false;
  }

  function findLanguage(route: string): string | undefined {
    const first = route.split('/')[0]!;
    const isLanguage = languages.some(({ id }) => id === first.toLowerCase());
    return isLanguage
      ? `the pages of a language are at ${quote(`/${first}`)}, and a redirect holds for all languages`
      : undefined;
  }
}
