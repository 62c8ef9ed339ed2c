// Releases → the files of a changelog. Start reading here.

import type { Reference } from '../export/index.ts';
import { formatFeed } from './format-feed.ts';
import { formatPage, type ToldRelease } from './format-page.ts';
import { LinkTargets } from './link-targets.ts';
import { listSections } from './list-entries.ts';
import type { Release } from './release.ts';

export interface ChangelogOptions {
  /** The content that is published with the changelog. */
  readonly newest: Reference;
  /** Route of the changelog's folder: `changelog`. */
  readonly route: string;
  /** Address of the site. */
  readonly url: string;
}

/** Texts of files by path. */
export interface Changelog {
  /** Pages by path in the content folder. */
  readonly pages: ReadonlyMap<string, string>;
  /** Feeds by path in the folder `public`. */
  readonly feeds: ReadonlyMap<string, string>;
}

/** Releases in a feed. Readers fetch it again and again; the page has all of them. */
const feedReleases = 50;

/** @param releases the newest first; at least one */
export function writeChangelog(releases: readonly Release[], { newest, route, url }: ChangelogOptions): Changelog {
  const { site } = newest;
  const top = url.replace(/\/+$/, '');
  const folder = `${top}/${encodeURI(route)}`;
  const targets = new LinkTargets(newest);
  const anchors = anchorsOf(releases);
  const tell = (language: string | undefined): readonly ToldRelease[] =>
    releases.map((release) => {
      const changes = language === undefined ? release.changes : (release.byLanguage.get(language) ?? []);
      return { release, anchor: anchors.get(release)!, sections: listSections(changes, targets, language) };
    });
  const pages = new Map<string, string>();
  const feeds = new Map<string, string>();
  for (const { id, label } of site.languages) {
    const told = tell(id);
    pages.set(`${route}/${id}.md`, formatPage(label, told));
    const feed = {
      title: `${site.title}: changes in ${label}`,
      author: site.title,
      self: `${folder}/${id}.xml`,
      page: `${top}/${id}/${encodeURI(route)}/${id}/`,
      top: `${top}/${id}`,
    };
    feeds.set(`${route}/${id}.xml`, formatFeed(told.slice(0, feedReleases), feed));
  }
  const labels = new Map(site.languages.map(({ id, label }) => [id, label]));
  const [first] = site.languages;
  const page = first === undefined ? `${top}/` : `${folder}/${first.id}/`;
  const all = { title: `${site.title}: changes`, author: site.title, self: `${folder}.xml`, page, top, labels };
  feeds.set(`${route}.xml`, formatFeed(tell(undefined).slice(0, feedReleases), all));
  return { pages, feeds };
}

/** Anchors for headings. The oldest tag comes first, so a new tag changes no anchor. */
function anchorsOf(releases: readonly Release[]): ReadonlyMap<Release, string> {
  const taken = new Set<string>();
  const anchors = new Map<Release, string>();
  for (const release of releases.toReversed()) {
    const slug = release.tag.name
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    const name = `version-${slug || 'tag'}`.normalize('NFC');
    let anchor = name;
    for (let count = 2; taken.has(anchor); count++) anchor = `${name}-${count}`;
    taken.add(anchor);
    anchors.set(release, anchor);
  }
  return anchors;
}
