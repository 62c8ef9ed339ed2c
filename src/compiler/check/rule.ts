// The type of a rule. It has a file of its own because the rules and `check-model.ts` both import it.

import type { Report } from '../diagnostics/index.ts';
import type { ResolvedModel } from '../model/index.ts';

/**
 * A rule reads the whole resolved model and reports findings. Read `resolved.model` for what authors wrote, each
 * mistake once; read `resolved.pages` for what readers see, with references replaced.
 */
export type Rule = (resolved: ResolvedModel, report: Report) => void;
