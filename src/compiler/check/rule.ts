// The type of a rule. It has a file of its own because the rules and `check-model.ts` both import it.

import type { Report } from '../diagnostics/index.ts';
import type { ResolvedModel } from '../model/index.ts';

/** A rule reads the whole resolved model and reports findings. */
export type Rule = (resolved: ResolvedModel, report: Report) => void;
