// Releases → a page of Markdown for readers of one language. Its body is Markdown without MDX: braces are text there.

import { quoteYaml } from '../../compiler/text/index.ts';
import type { PlaceLink } from './link-targets.ts';
import type { Entry, Section } from './list-entries.ts';
import { code, plain } from './markdown-text.ts';
import type { Release } from './release.ts';

/** The comment that marks a page which Stele may write again. */
export const pageMark = '# stele changelog has written this page, and writes it again.';

/** A release with what a page or a feed tells about it. */
export interface ToldRelease {
  readonly release: Release;
  /** The anchor of its heading; the same in every page and at every time. */
  readonly anchor: string;
  readonly sections: readonly Section[];
}

/** @param releases the newest first */
export function formatPage(label: string, releases: readonly ToldRelease[]): string {
  const title = `Changes in ${label}`;
  const description = `What each version changes for readers of ${label}.`;
  const parts = releases.map(formatRelease);
  const head = [pageMark, `title: ${quoteYaml(title)}`, `description: ${quoteYaml(description)}`];
  return `---\n${head.join('\n')}\n---\n\n${parts.join('\n')}`;
}

function formatRelease({ release, anchor, sections }: ToldRelease): string {
  const { tag, unknown } = release;
  const heading = `## ${plain(tag.name)} {{ "url": ${JSON.stringify(anchor)} }}\n\n${tag.date.slice(0, 10)}\n`;
  const summary = summarise(release, sections);
  const parts = sections.map(({ title, entries }) => {
    const annotation = { url: `${title.toLowerCase()}-${anchor}`, visibility: 'no-quick-nav' };
    return `\n### ${title} {${JSON.stringify(annotation)}}\n\n${entries.map(formatEntry).join('')}`;
  });
  const files = unknown.length === 0 ? '' : `\n${unknownWords} ${unknown.map(code).join(', ')}.\n`;
  return `${heading}${summary === '' ? '' : `\n${summary}\n`}${parts.join('')}${files}`;
}

export const unknownWords = 'Changes in these files are unknown, because they cannot be read as a whole:';

/** The text of a release without sections. */
export function summarise({ failure, base, unknown }: Release, sections: readonly Section[]): string {
  if (failure !== undefined) return 'What this version changes is unknown, because it cannot be read.';
  if (base === undefined) return 'This is the first version that can be compared.';
  return sections.length === 0 && unknown.length === 0 ? 'Nothing changes.' : '';
}

function formatEntry({ words, values, links, more }: Entry): string {
  const sentence = words.map(({ text, isCode }) => (isCode ? code(text) : plainPart(text))).join('');
  const change = values === undefined ? '' : ` ${code(values[0])} → ${code(values[1])}.`;
  const rest = more === 0 ? [] : [`${more} more`];
  const where = links.length === 0 ? '' : ` See ${[...links.map(formatLink), ...rest].join(', ')}.`;
  return `- ${sentence}${change}${where}\n`;
}

/** Keeps the spaces between words and code. */
function plainPart(text: string): string {
  const [, before = '', , after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
  return `${before && ' '}${plain(text)}${text.trim() === '' ? '' : after && ' '}`;
}

function formatLink({ title, route, anchor }: PlaceLink): string {
  const path = encodeURI(`/${route}`).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  return `[${plain(title)}](${path}${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`})`;
}
