// The type of a rule. It has a file of its own because the rules and `check-model.ts` both import it.

import type { Report } from '../diagnostics/index.ts';
import type { ResolvedModel } from '../model/index.ts';
import type { TextsOf } from './markdown-texts.ts';

/**
 * A rule reads the whole resolved model and reports findings. Read `resolved.model` for what authors wrote, each
 * mistake once; read `resolved.pages` for what readers see, with references replaced, and `textsOf` for the
 * Markdown texts of a page.
 */
export type Rule = (resolved: ResolvedModel, report: Report, textsOf: TextsOf) => void;
