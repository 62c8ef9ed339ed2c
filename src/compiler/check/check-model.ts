// Runs the rules for the resolved model. They report probable mistakes in content that resolves. They change nothing.

import type { Report } from '../diagnostics/index.ts';
import type { ResolvedModel } from '../model/index.ts';
import { CheckMemory } from './check-memory.ts';
import { rememberTexts } from './markdown-texts.ts';
import type { Rule } from './rule.ts';
import { checkAccent } from './rules/accent.ts';
import { checkAlerts } from './rules/alerts.ts';
import { checkAnchors } from './rules/anchors.ts';
import { checkCharacters } from './rules/characters.ts';
import { checkCodeMarks } from './rules/code-marks.ts';
import { checkDirectives } from './rules/directives.ts';
import { checkEmptyCode } from './rules/empty-code.ts';
import { checkEntityUrls } from './rules/entity-urls.ts';
import { checkItemTexts } from './rules/item-texts.ts';
import { checkItemTypes } from './rules/item-types.ts';
import { checkMarkdownPages } from './rules/markdown-pages.ts';
import { checkMethods } from './rules/methods.ts';
import { checkNames } from './rules/names.ts';
import { checkNavigation } from './rules/navigation.ts';
import { checkTables } from './rules/tables.ts';
import { checkUnusedDescriptions } from './rules/unused-descriptions.ts';

/** Rules whose findings in a page or sample depend on nothing else but the languages of the site. */
const localRules: readonly Rule[] = [
  checkEntityUrls,
  checkItemTypes,
  checkItemTexts,
  checkMethods,
  checkNames,
  checkAnchors,
  checkCharacters,
  checkCodeMarks,
  checkMarkdownPages,
  checkTables,
  checkEmptyCode,
  checkAlerts,
  checkDirectives,
];

const siteRules: readonly Rule[] = [checkUnusedDescriptions, checkNavigation, checkAccent];

/**
 * Runs all rules and reports their findings.
 * @param memory of earlier checks of the same content folder; saves the work for pages and samples that are the same
 * @returns the work in steps, so that the caller may pause after each rule
 */
export function* checkModel(
  resolved: ResolvedModel,
  report: Report,
  memory: CheckMemory = new CheckMemory(),
): Generator<void, void> {
  const { changed, reportChanged } = memory.begin(resolved, report);
  const textsOf = rememberTexts();
  for (const rule of localRules) {
    rule(changed, reportChanged, textsOf);
    yield;
  }
  for (const rule of siteRules) {
    rule(resolved, report, textsOf);
    yield;
  }
}
