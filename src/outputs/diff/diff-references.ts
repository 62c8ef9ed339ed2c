// Two resolved references → what has changed for readers of each language. Start reading here. The comparison knows
// nothing of files: it follows the identity of pages, entities and fields (format.md 4.9).

import { impacts } from '../../compiler/format/index.ts';
import { compareText } from '../../compiler/text/index.ts';
import type { Reference } from '../export/index.ts';
import type { Change, ChangedPage, Diff, Finding, PagePair } from './change.ts';
import { applyApprovals } from './apply-approvals.ts';
import { compareEntities } from './compare-entities.ts';
import { comparePages, tellSinglePage } from './compare-pages.ts';
import { compareSamples, findOutdated, indexSamples } from './compare-samples.ts';
import { compareLanguages, compareRedirects } from './compare-sites.ts';
import { groupFindings } from './group-findings.ts';
import { indexReferences } from './index-references.ts';
import { findUnknown, leaveOutLost } from './lost-parts.ts';
import { followRedirects, matchPages } from './match-pages.ts';
import { suggestRedirects, wordRedirect } from './suggest-redirects.ts';

export interface DiffOptions {
  /** The day on which approvals are judged: `2027-01-31`. Without it, none expires. */
  readonly today?: string | undefined;
  /** Only changes that readers of this language see. */
  readonly language?: string | undefined;
}

export function diffReferences(base: Reference, head: Reference, options: DiffOptions = {}): Diff {
  return groupDifferences(base, head, findDifferences(base, head), options);
}

/** @param differences those that `findDifferences` has found, in all languages */
export function groupDifferences(
  base: Reference,
  head: Reference,
  differences: readonly Finding[],
  options: DiffOptions = {},
): Diff {
  const labels = new Map([...base.site.languages, ...head.site.languages].map(({ id, label }) => [id, label]));
  const languages = [...new Set([...head.site.languages, ...base.site.languages].map(({ id }) => id))];
  const findings = differences.filter(
    ({ language }) => options.language === undefined || language === undefined || language === options.language,
  );
  const found = groupFindings(findings, { impacts: head.site.diff ?? noSettings, languages, labels });
  const { changes, notices } = applyApprovals(found, head.approvals ?? [], options);
  return {
    changes,
    unknown: [...findUnknown(base, 'base'), ...findUnknown(head, 'head')],
    pages: listPages(changes, base, head),
    notices,
    labels,
  };
}

const noSettings = { impacts: {}, languages: {} };

/** All differences, one by one. Comparing takes longer than grouping, which depends on the language. */
export function findDifferences(base: Reference, head: Reference): readonly Finding[] {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const matches = matchPages(base, head);
  const moves = new Map(matches.flatMap(({ base: old, head: now }) => (old && now ? [[old.route, now.route]] : [])));
  const routeInHead = (route: string): string | undefined => moves.get(route);
  const redirectOf = (route: string): string | undefined => followRedirects(head, route);
  const hints = new Map(
    suggestRedirects(base, head, matches).map((redirect) => [redirect.from, wordRedirect(redirect)]),
  );
  const pages = { redirectOf, hintFor: (route: string): string | undefined => hints.get(route), report };
  const inHead = new Set(head.site.languages.map(({ id }) => id));
  const languages = new Set(base.site.languages.map(({ id }) => id).filter((id) => inHead.has(id)));

  compareLanguages(base, head, report);
  compareRedirects(base, head, routeInHead, report);
  for (const match of matches) {
    if (match.base && match.head) comparePages(match.base, match.head, pages);
    else tellSinglePage(match, pages);
  }
  compareEntities(matches, { languages, routeInHead, meantBy: indexReferences(matches), report });
  const samples = { base: indexSamples(base), head: indexSamples(head) };
  compareSamples(matches, samples, languages, report);
  const sure = leaveOutLost(findings, base, head);
  const outdated: Finding[] = [];
  findOutdated(sure, head, samples.head, (finding) => outdated.push(finding));
  return [...sure, ...outdated];
}

/** The pages that a reader of head sees changed, and those that are gone. */
function listPages(changes: readonly Change[], base: Reference, head: Reference): readonly ChangedPage[] {
  const titles = new Map([...base.pages, ...head.pages].map(({ route, title }) => [route, title]));
  const found = new Map<string, { readonly page: PagePair; readonly changes: Map<Change, ReadonlySet<string>> }>();
  for (const change of changes) {
    for (const { page, languages } of change.places) {
      const key = page.head ?? page.base ?? '';
      const entry = found.get(key) ?? { page, changes: new Map() };
      found.set(key, entry);
      entry.changes.set(change, new Set([...(entry.changes.get(change) ?? []), ...languages]));
    }
  }
  return [...found]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, { page, changes: of }]) => ({
      page,
      title: titles.get(key) ?? key,
      impact: impacts.find((impact) => [...of.keys()].some((change) => change.impact === impact)) ?? 'text',
      languages: [...of.values()].some((languages) => languages.size === 0)
        ? []
        : [...new Set([...of.values()].flatMap((each) => [...each]))],
      changes: [...of.keys()].map(({ fingerprint }) => fingerprint),
    }));
}
