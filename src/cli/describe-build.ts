// A build → the words that report it.

import type { CodeLinkCounts, ResolvedModel } from '../compiler/model/index.ts';
import type { BuildRecord, BuildReport } from '../project/index.ts';
import type { Drawn } from './draw-site.ts';
import { hasColour, pathForUser, say } from './terminal.ts';

/** Reports a build that changes nothing as the last one was reported. */
export function repeatReport({ report }: BuildRecord, milliseconds: number): void {
  repeatFindings(report);
  say(`Nothing has changed: ${report.summary.replace('\n', ` (${describeTime(milliseconds)}).\n`)}`);
}

/** Reports the findings of the last build again. */
export function repeatFindings({ findings }: BuildReport): void {
  const words = hasColour() ? findings.coloured : findings.plain;
  if (words !== '') say(words);
}

/** A site of which the pages, languages and entities are counted. */
export type CountedSite = Pick<ResolvedModel, 'pages' | 'site'>;

/** A build that has drawn a site. */
export interface Built {
  readonly site: CountedSite;
  /** The number of findings in words; '' if there are none. */
  readonly found: string;
  readonly drawn: Pick<Drawn, 'links' | 'files' | 'drawn' | 'taken'>;
  /** A line about samples that were not parsed; '' if there is none. */
  readonly unparsed: string;
  readonly out: string;
  /** The part of the site that was built; absent for the whole. */
  readonly shard?: { readonly index: number; readonly count: number } | undefined;
}

/** What a build says at its end. */
export function describeBuild(built: Built, milliseconds: number): string {
  const part = built.shard === undefined ? '' : `part ${built.shard.index} of ${built.shard.count} of `;
  const first = `Built ${part}${describePages(built.site)} in ${describeTime(milliseconds)}${describeWork(built)}.`;
  return [first, ...describeFacts(built)].join('\n');
}

/** The same without the time and what was drawn, for a later build that changes nothing. */
export function summariseBuild(built: Built): string {
  return [describePages(built.site), ...describeFacts(built)].join('\n');
}

function describeFacts({ drawn, unparsed, out, shard }: Built): readonly string[] {
  const lookAt =
    shard === undefined
      ? `Look at it: stele preview --out ${pathForUser(out)}`
      : `Join all parts: stele merge ${pathForUser(out)} … --out dist`;
  const files = shard === undefined ? `The site has ${count(drawn.files, 'file', 'files')}.` : '';
  return [describeNames(drawn.links), unparsed, files, lookAt].filter((line) => line !== '');
}

function describeTime(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** “43 pages, 8 languages, 26 entities”. */
function describePages({ pages, site }: CountedSite): string {
  const entities = [...pages.values()].reduce((sum, page) => sum + page.entities.length, 0);
  return [
    count(pages.size, 'page', 'pages'),
    count(site.languages.length, 'language', 'languages'),
    count(entities, 'entity', 'entities'),
  ].join(', ');
}

/** “, 9 of 387 addresses drawn anew, with 1 warning”. */
function describeWork({ found, drawn: { drawn, taken } }: Built): string {
  const work = taken === 0 ? '' : `, ${drawn} of ${drawn + taken} addresses drawn anew`;
  return found === '' ? work : `${work} with ${found}`;
}

/** A line about names in samples; '' if there are none. */
function describeNames({ linked, ambiguous }: CodeLinkCounts): string {
  if (linked + ambiguous === 0) return '';
  const names = count(linked, 'name in samples leads', 'names in samples lead');
  const others = `${ambiguous} could mean several things and ${ambiguous === 1 ? 'does' : 'do'} not`;
  return `${names} to the reference, ${others}.`;
}
