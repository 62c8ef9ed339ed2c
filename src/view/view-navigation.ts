// Sections and their trees → the header, the navigation beside a page, and what stands before and behind it.

import type { LinkView, NavigationLink, NavigationView, ResolvedReference, ResolvedSection } from '../model/index.ts';
import { hrefTo } from './addresses.ts';
import { routeFrom } from '../source/index.ts';
import { verbOf } from './view-signature.ts';

/** A link of a section's tree with the links above it. Made once per section, not per page. */
interface Entry {
  readonly link: NavigationLink;
  readonly above: readonly NavigationLink[];
}

/** Navigation of a whole site, prepared once; each method answers for one page. */
export class SiteNavigation {
  readonly #reference: ResolvedReference;
  readonly #entries = new Map<ResolvedSection, readonly Entry[]>();
  readonly #sections = new Map<string, ResolvedSection | undefined>();
  readonly #verbs = new Map<string, string | undefined>();

  constructor(reference: ResolvedReference) {
    this.#reference = reference;
    for (const section of reference.sections) this.#entries.set(section, [...listEntries(section.links, [])]);
  }

  /** The site's sections and extra links, as the header shows them. */
  header(route: string): readonly LinkView[] {
    const current = this.#sectionOf(route);
    const sections = this.#reference.sections.flatMap((section) => {
      const target = this.#startOf(section);
      return target === undefined
        ? []
        : [{ title: section.title, href: hrefTo(route, target), isCurrent: section === current }];
    });
    const extra = this.#reference.site.header.map(({ title, url }) => ({
      title,
      href: this.#href(route, url.value),
      isCurrent: route !== '' && routeFrom(url.value) === route,
    }));
    return [...sections, ...extra];
  }

  /** The tree beside a page: that of its section. */
  tree(route: string): readonly NavigationView[] {
    const section = this.#sectionOf(route);
    return section ? section.links.map((link) => this.#view(route, link)) : [];
  }

  /** All sections with their trees, for a home page that has to be made. */
  sections(route: string): readonly NavigationView[] {
    return this.#reference.sections.map((section) => {
      const target = this.#startOf(section);
      return {
        title: section.title,
        ...(target === undefined ? {} : { href: hrefTo(route, target) }),
        isCurrent: false,
        links: section.links.map((link) => this.#view(route, link)),
      };
    });
  }

  /** From the section down to what stands above a page in its tree; `route` is absent on groups without a page. */
  trail(route: string): readonly { readonly title: string; readonly route?: string }[] {
    const section = this.#sectionOf(route);
    if (section === undefined) return [];
    const start = this.#startOf(section);
    const above = this.#entries.get(section)!.find(({ link }) => routeOf(link) === route)?.above ?? [];
    const steps = [
      { title: section.title, ...(start === undefined ? {} : { route: start }) },
      ...above.map((link) => {
        const target = routeOf(link);
        return { title: link.title, ...(target === undefined ? {} : { route: target }) };
      }),
    ];
    return steps.filter((step) => step.route !== route);
  }

  /** The pages before and behind one, in the order of its section's tree, parents before children. */
  neighbours(route: string): { readonly previous?: LinkView; readonly next?: LinkView } {
    const section = this.#sectionOf(route);
    if (section === undefined) return {};
    const pages = this.#entries.get(section)!.filter(({ link }) => this.#isInside(section, link));
    const at = pages.findIndex(({ link }) => routeOf(link) === route);
    if (at < 0) return {};
    const [previous, next] = [pages[at - 1], pages[at + 1]].map((entry) => entry && this.#linkView(route, entry.link));
    return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
  }

  #isInside(section: ResolvedSection, link: NavigationLink): boolean {
    const target = routeOf(link);
    return target !== undefined && (target === section.path || target.startsWith(`${section.path}/`));
  }

  #linkView(route: string, link: NavigationLink): LinkView {
    return { title: link.title, href: this.#href(route, link.url!.value), isCurrent: false };
  }

  #view(route: string, link: NavigationLink): NavigationView {
    const target = routeOf(link);
    const verb = target === undefined ? undefined : this.#verb(target);
    return {
      title: link.title,
      ...(link.url ? { href: this.#href(route, link.url.value) } : {}),
      isCurrent: target === route,
      ...(verb === undefined ? {} : { verb }),
      links: link.links.map((child) => this.#view(route, child)),
    };
  }

  /** Verb of a page that documents one HTTP method. */
  #verb(route: string): string | undefined {
    if (!this.#verbs.has(route)) {
      const entities = this.#reference.pages.get(route)?.entities ?? [];
      const form =
        entities.length === 1 ? [...entities[0]!.forms.values()].find(({ source }) => source === 'curl') : undefined;
      this.#verbs.set(route, form && verbOf(form));
    }
    return this.#verbs.get(route);
  }

  #href(route: string, url: string): string {
    return url.startsWith('/') ? hrefTo(route, routeFrom(url)) : url;
  }

  /** Where a section's link in the header leads: its own page, else the first of its tree. */
  #startOf(section: ResolvedSection): string | undefined {
    if (this.#reference.pages.has(section.path)) return section.path;
    const entry = this.#entries.get(section)!.find(({ link }) => routeOf(link) !== undefined);
    return entry && routeOf(entry.link);
  }

  /** The section whose path is the longest prefix of a route; remembered, since every language asks again. */
  #sectionOf(route: string): ResolvedSection | undefined {
    if (!this.#sections.has(route)) {
      const around = this.#reference.sections.filter(({ path }) => route === path || route.startsWith(`${path}/`));
      this.#sections.set(route, around.sort((a, b) => b.path.length - a.path.length)[0]);
    }
    return this.#sections.get(route);
  }
}

function* listEntries(links: readonly NavigationLink[], above: readonly NavigationLink[]): Generator<Entry> {
  for (const link of links) {
    yield { link, above };
    yield* listEntries(link.links, [...above, link]);
  }
}

/** Route of a link of this site; undefined for a group or an address elsewhere. */
function routeOf(link: NavigationLink): string | undefined {
  return link.url?.value.startsWith('/') ? link.url.value.slice(1) : undefined;
}
