// Compares a build with the budgets of its site: a finding for each exceeded budget, at its number in `site.yaml`.

import { resourceUsage } from 'node:process';
import { arrangeFindings, makeDiagnostic, type Diagnostic } from '../compiler/diagnostics/index.ts';
import type { Budgets, Located } from '../compiler/model/index.ts';
import { measurePages, measureTwins, type Project } from '../project/index.ts';

/**
 * The findings about budgets that a drawn site exceeds.
 * @param folders folders that have the pages; of two files of a page, the first counts
 * @param paths folders of the pages below the site's top
 * @param start time at which the build began, from `performance.now()`
 * @param files number of files of the site
 */
export async function checkBudgets(
  { resolved }: Project,
  folders: readonly string[],
  paths: readonly string[],
  start: number,
  files: number,
): Promise<readonly Diagnostic[]> {
  const cost = {
    seconds: (performance.now() - start) / 1000,
    memoryMiB: Math.ceil(resourceUsage().maxRSS / 1024),
    files,
  };
  return arrangeFindings(await compareBudgets(resolved.site.budgets, folders, paths, cost), resolved.site);
}

/** Time and memory of a whole build, and the files of its site. */
interface BuildCost {
  readonly seconds: number;
  readonly memoryMiB: number;
  readonly files: number;
}

/** The findings for a drawn site. Pages are measured only if there is a budget for them. */
async function compareBudgets(
  budgets: Budgets,
  folders: readonly string[],
  paths: readonly string[],
  cost: BuildCost,
): Promise<readonly Diagnostic[]> {
  const { pageBytes, domNodes, markdownCharacters, buildSeconds, memoryMiB, files } = budgets;
  const twins = markdownCharacters ? await measureTwins(folders, paths) : [];
  const pages = pageBytes || domNodes ? await measurePages(folders, paths) : [];
  const findings = [
    pageBytes && checkPages('pageBytes', pageBytes, pages, ({ bytes }) => bytes, 'bytes, compressed'),
    domNodes && checkPages('domNodes', domNodes, pages, ({ elements }) => elements, 'elements'),
    markdownCharacters &&
      checkPages(
        'markdownCharacters',
        markdownCharacters,
        twins,
        ({ characters }) => characters,
        'characters of Markdown',
      ),
    buildSeconds && checkBuild('buildSeconds', buildSeconds, cost.seconds, 's'),
    memoryMiB && checkBuild('memoryMiB', memoryMiB, cost.memoryMiB, 'MiB of memory'),
    files && checkBuild('files', files, cost.files, 'files'),
  ];
  return findings.filter((finding) => finding !== undefined);
}

/** One finding for all pages: it names the largest page and counts the others. */
function checkPages<Page extends { readonly address: string }>(
  name: string,
  budget: Located<number>,
  pages: readonly Page[],
  sizeOf: (page: Page) => number,
  unit: string,
): Diagnostic | undefined {
  const over = pages.filter((page) => sizeOf(page) > budget.value);
  if (over.length === 0) return undefined;
  const largest = over.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a));
  const found = `${sizeOf(largest)} ${unit}`;
  const args = { name, found, limit: String(budget.value), page: largest.address, others: over.length - 1 };
  return makeDiagnostic('over-budget', budget, args);
}

function checkBuild(name: string, budget: Located<number>, value: number, unit: string): Diagnostic | undefined {
  if (value <= budget.value) return undefined;
  const found = `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`;
  return makeDiagnostic('over-budget', budget, { name, found, limit: String(budget.value) });
}
