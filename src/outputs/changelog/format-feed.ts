// Releases → an Atom feed (RFC 4287) with an entry for each.

import { escapeControls } from '../../compiler/diagnostics/index.ts';
import { escapeHtml } from '../../compiler/text/index.ts';
import { summarise, unknownWords, type ToldRelease } from './format-page.ts';
import type { PlaceLink } from './link-targets.ts';
import type { Entry } from './list-entries.ts';

/** The element that marks a feed which Stele may write again. */
export const feedMark = '<generator>stele changelog</generator>';

export interface FeedOptions {
  readonly title: string;
  /** Name of the site. */
  readonly author: string;
  /** Address of the feed. */
  readonly self: string;
  /** Address of the page with the same releases. */
  readonly page: string;
  /** The address at which pages of the feed's language begin, without `/` at its end. */
  readonly top: string;
  /** Labels of languages, if entries name theirs. */
  readonly labels?: ReadonlyMap<string, string> | undefined;
}

/** @param releases the newest first; at least one */
export function formatFeed(releases: readonly ToldRelease[], options: FeedOptions): string {
  const { title, author, self, page } = options;
  const entries = releases.map(
    ({ release, anchor, sections }) => `  <entry>
    <id>${escape(`${self}#${encodeURIComponent(release.tag.name)}`)}</id>
    <title>${escape(release.tag.name)}</title>
    <updated>${release.tag.date}</updated>
    <link href="${escape(`${page}#${encodeURIComponent(anchor)}`)}"/>
    <content type="html">${escape(contentOf({ release, anchor, sections }, options))}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escape(self)}</id>
  <title>${escape(title)}</title>
  <updated>${releases[0]!.release.tag.date}</updated>
  <author><name>${escape(author)}</name></author>
  ${feedMark}
  <link rel="self" href="${escape(self)}"/>
  <link href="${escape(page)}"/>
${entries.join('')}</feed>
`;
}

function contentOf({ release, sections }: ToldRelease, options: FeedOptions): string {
  const summary = summarise(release, sections);
  const parts = sections.map(
    ({ title, entries }) =>
      `<h3>${title}</h3><ul>${entries.map((entry) => `<li>${formatEntry(entry, options)}</li>`).join('')}</ul>`,
  );
  const unknown = release.unknown.map((file) => `<code>${escape(file)}</code>`).join(', ');
  const rest = unknown === '' ? '' : `<p>${unknownWords} ${unknown}.</p>`;
  return `${summary === '' ? '' : `<p>${summary}</p>`}${parts.join('')}${rest}`;
}

function formatEntry({ words, values, languages, links, more }: Entry, { top, labels }: FeedOptions): string {
  const quoted = (text: string): string => `<code>${escape(text)}</code>`;
  const names = languages.map((language) => escape(labels?.get(language) ?? language)).join(', ');
  const who = labels === undefined || names === '' ? '' : `${names}: `;
  const sentence = words.map(({ text, isCode }) => (isCode ? quoted(text) : escape(text))).join('');
  const change = values === undefined ? '' : ` ${quoted(values[0])} → ${quoted(values[1])}.`;
  const shown = [...links.map((link) => formatLink(link, top)), ...(more === 0 ? [] : [`${more} more`])];
  return `${who}${sentence}${change}${shown.length === 0 ? '' : ` See ${shown.join(', ')}.`}`;
}

function formatLink({ title, route, anchor }: PlaceLink, top: string): string {
  const path = route === '' ? '/' : encodeURI(`/${route}/`);
  const hash = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`;
  return `<a href="${escape(`${top}${path}${hash}`)}">${escape(title)}</a>`;
}

/** XML cannot hold control characters, not even escaped. */
function escape(text: string): string {
  return escapeHtml(escapeControls(text));
}
