// Rules over the resolved reference: what resolves and still is probably not meant. Only reports; changes nothing.

import type { Report } from '../diagnostics/index.ts';
import type { ResolvedReference } from '../model/index.ts';
import type { Rule } from './rule.ts';
import { checkEntityUrls } from './rules/entity-urls.ts';
import { checkItemTypes } from './rules/item-types.ts';
import { checkNavigation } from './rules/navigation.ts';
import { checkUnusedDescriptions } from './rules/unused-descriptions.ts';

const rules: readonly Rule[] = [checkUnusedDescriptions, checkEntityUrls, checkItemTypes, checkNavigation];

/** Runs all rules. */
export function checkReference(reference: ResolvedReference, report: Report): void {
  for (const rule of rules) rule(reference, report);
}
