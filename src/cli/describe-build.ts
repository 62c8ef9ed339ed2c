// A build → the words that report it.

import { countFindings } from '../compiler/diagnostics/index.ts';
import type { CodeLinkCounts } from '../compiler/model/index.ts';
import type { BuildRecord, Project } from '../project/index.ts';
import type { Drawn } from './draw-site.ts';
import { hasColour, pathForUser, say } from './terminal.ts';

/** Reports a build that changes nothing as the last one was reported. */
export function repeatReport({ report }: BuildRecord, milliseconds: number): void {
  const findings = hasColour() ? report.findings.coloured : report.findings.plain;
  if (findings !== '') say(findings);
  say(`Nothing has changed: ${report.summary.replace('\n', ` (${describeTime(milliseconds)}).\n`)}`);
}

/** A build that has drawn a site. */
export interface Built {
  readonly project: Project;
  readonly drawn: Drawn;
  /** A line about samples that were not parsed; '' if there is none. */
  readonly unparsed: string;
  readonly out: string;
  /** The part of the site that was built; absent for the whole. */
  readonly shard?: { readonly index: number; readonly count: number } | undefined;
}

/** What a build says at its end. */
export function describeBuild({ project, drawn, ...built }: Built, milliseconds: number): string {
  const part = built.shard === undefined ? '' : `part ${built.shard.index} of ${built.shard.count} of `;
  const work = describeWork(project, drawn);
  const first = `Built ${part}${describePages(project)} in ${describeTime(milliseconds)}${work}.`;
  return [first, ...describeFacts({ project, drawn, ...built })].join('\n');
}

/** The same without the time and what was drawn, for a later build that changes nothing. */
export function summariseBuild(built: Built): string {
  return [describePages(built.project), ...describeFacts(built)].join('\n');
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
function describePages({ resolved: { pages, site } }: Project): string {
  const entities = [...pages.values()].reduce((sum, page) => sum + page.entities.length, 0);
  return [
    count(pages.size, 'page', 'pages'),
    count(site.languages.length, 'language', 'languages'),
    count(entities, 'entity', 'entities'),
  ].join(', ');
}

/** “, 9 of 387 addresses drawn anew, with 1 warning”. */
function describeWork({ diagnostics }: Project, { drawn, taken }: Drawn): string {
  const work = taken === 0 ? '' : `, ${drawn} of ${drawn + taken} addresses drawn anew`;
  return diagnostics.length === 0 ? work : `${work} with ${countFindings(diagnostics)}`;
}

/** A line about names in samples; '' if there are none. */
function describeNames({ linked, ambiguous }: CodeLinkCounts): string {
  if (linked + ambiguous === 0) return '';
  const names = count(linked, 'name in samples leads', 'names in samples lead');
  const others = `${ambiguous} could mean several things and ${ambiguous === 1 ? 'does' : 'do'} not`;
  return `${names} to the reference, ${others}.`;
}
