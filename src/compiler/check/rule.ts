// What a rule is: its own file, since rules and the file that runs them both need it.

import type { Report } from '../diagnostics/index.ts';
import type { ResolvedReference } from '../model/index.ts';

/** A rule looks at the whole reference and reports. */
export type Rule = (reference: ResolvedReference, report: Report) => void;
