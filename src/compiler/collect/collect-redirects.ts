// `redirects` of `site.yaml` → those with a usable old address: one that is not the address of a page, another
// redirect, a file, or the tree of a language (format.md 8.4). Their targets are resolved later, when headings have
// anchors.

import { quote, type Report } from '../diagnostics/index.ts';
import type { Redirect, ContentModel, SiteConfig } from '../model/index.ts';
import { findUnusable } from './usable-routes.ts';
import type { WrittenFiles } from './written-files.ts';

/**
 * The redirects with a usable old address. Reports and leaves out the others.
 * @param written the files that Stele writes beside pages
 */
export function collectRedirects(
  { redirects, languages }: SiteConfig,
  pages: ContentModel['pages'],
  written: WrittenFiles,
  report: Report,
): readonly Redirect[] {
  const taken = new Set([...pages.keys()].map((route) => route.toLowerCase()));
  const names = new Set<string>();
  return redirects.filter(isFree);

  function isFree({ route, from }: Redirect): boolean {
    const folded = route.toLowerCase();
    const reason = findUnusable(route) ?? findLanguage(route) ?? written.findInFolders(route);
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
      ? `the pages of a language are at ${quote(`/${first}`)}, and a redirect applies to all languages`
      : undefined;
  }
}
