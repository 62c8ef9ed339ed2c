// The changes of a release → sections of sentences with links, for the page and the feed.

import { sectionsOf, type Change } from '../diff/index.ts';
import type { LinkTargets, PlaceLink } from './link-targets.ts';

/** A part of a sentence. */
export interface Span {
  readonly text: string;
  readonly isCode: boolean;
}

export interface Entry {
  readonly words: readonly Span[];
  /** Value before and after, if both are short and the sentence does not have them. */
  readonly values?: readonly [before: string, after: string] | undefined;
  /** Ids of languages; empty if the change does not depend on the language. */
  readonly languages: readonly string[];
  readonly links: readonly PlaceLink[];
  /** Number of further places that have no link here. */
  readonly more: number;
}

export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** More links would hide the sentence. */
const maxLinks = 8;
/** Longer values are left out: the page shows the new one. */
const maxValue = 120;

/** @param language only places that its readers see; undefined for all */
export function listSections(
  changes: readonly Change[],
  targets: LinkTargets,
  language: string | undefined,
): readonly Section[] {
  return sectionsOf(changes).map(({ title, changes: all }) => ({
    title,
    entries: all.map((change) => describe(change, targets, language)),
  }));
}

function describe(change: Change, targets: LinkTargets, language: string | undefined): Entry {
  const { words, languages, places, values } = change;
  const found = new Map<string, PlaceLink>();
  for (const place of places) {
    if (language !== undefined && place.languages.length > 0 && !place.languages.includes(language)) continue;
    const link = targets.find(place, language);
    if (link) found.set(`${link.route}#${link.anchor}`, link);
  }
  const links = [...found.values()];
  const [value] = values;
  const isShort = (text: string | undefined): text is string =>
    text !== undefined && text !== '' && text.length <= maxValue && !text.includes('\n');
  const isOne = values.length === 1 && change.kind.endsWith('-changed') && !words.includes(' from `');
  return {
    words: spansOf(words),
    values: isOne && isShort(value?.before) && isShort(value.after) ? [value.before, value.after] : undefined,
    languages,
    links: links.slice(0, maxLinks),
    more: Math.max(0, links.length - maxLinks),
  };
}

function spansOf(words: string): readonly Span[] {
  return words
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => {
      const isCode = /^`[^`]+`$/.test(part);
      return { text: isCode ? part.slice(1, -1) : part, isCode };
    });
}
