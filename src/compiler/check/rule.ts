// What a rule is: its own file, since rules and the file that runs them both need it.

import type { Report } from '../diagnostics/index.ts';
import type { ResolvedModel } from '../model/index.ts';

/** A rule looks at the whole resolved model and reports. */
export type Rule = (resolved: ResolvedModel, report: Report) => void;
