// `npm run corpus`: fetches the public corpus, builds its whole site, and reports findings, time, and missing pages in
// all languages. Exit code 1 if a page is missing or the build fails.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openProject, type Project } from '../src/project/index.ts';
import { formatTable, mebibytes, restOf, seconds } from './bench/format-table.ts';
import { measureBuild, type BuildMeasures } from './bench/measure-build.ts';
import { findMissingFiles, listContentPages } from './corpus/check-files.ts';
import { corpusCache, fetchCorpus } from './corpus/fetch-corpus.ts';

parseArgs({ options: {} });
const content = await fetchCorpus((reason) => console.error(reason));
if (content === undefined) {
  console.error('corpus: the registry is not reachable, and the corpus is not in the cache.');
  process.exitCode = 1;
} else {
  process.exitCode = (await run(content, join(corpusCache, 'site'))) ? 0 : 1;
}

/** Builds and checks the site; returns true if it is complete. */
async function run(folder: string, out: string): Promise<boolean> {
  const project = await openProject(folder);
  const build = await measureBuild(folder, out, ['--keep-going']);
  if (build.exitCode > 1) {
    console.error(build.words);
    console.error(`corpus: the build ended with exit code ${build.exitCode}.`);
    return false;
  }
  const pages = await listContentPages(folder);
  const languages = project.resolved.site.languages.map(({ id }) => id);
  const missing = await findMissingFiles(out, pages, languages);
  const hidden = pages.filter(({ featureFlag }) => featureFlag !== undefined).length;
  const reference = pages.filter(({ path }) => path.startsWith('reference/')).length;
  console.log(
    formatTable([
      ['pages', String(pages.length), `${reference} of the reference, ${hidden} behind feature flags`],
      ['languages', String(languages.length), languages.join(' ')],
      ['files missing', String(missing.length)],
    ]),
  );
  for (const path of missing) console.log(`missing: ${path}`);
  console.log(formatFindings(project));
  console.log(formatMeasures(build));
  console.log(`The site is in ${out}.`);
  return missing.length === 0;
}

/** Findings by severity and code, the most frequent first. */
function formatFindings({ diagnostics }: Project): string {
  const counts = new Map<string, number>();
  for (const { severity, code } of diagnostics) {
    const name = `${severity} ${code}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const rows = sorted.map(([name, count]) => [name, String(count)]);
  return formatTable([['findings', String(diagnostics.length)], ...rows]);
}

function formatMeasures({ milliseconds, stages, memory }: BuildMeasures): string {
  const rows = [...stages].map(([stage, time]) => [`  ${stage}`, seconds(time)]);
  return formatTable([
    ['build', seconds(milliseconds)],
    ...rows,
    ['  rest', seconds(restOf(milliseconds, stages))],
    ['peak memory', mebibytes(memory)],
  ]);
}
