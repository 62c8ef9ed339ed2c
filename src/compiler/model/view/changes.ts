// The messages of `stele dev` to the pages that a browser shows.

import type { Severity } from '../../diagnostics/index.ts';

/** Sent when a page connects, after each change of the site, and when findings change. */
export interface ChangeMessage {
  /** The state of the site. A page that was drawn from another state is out of date. */
  readonly version: string;
  /** Why pages have to be loaded again. Absent if they can be changed in place. */
  readonly reload?: string | undefined;
  /** Findings, the most important ones for this page first; not more than fit on a screen. */
  readonly findings: readonly FindingView[];
  /** Number of all findings of the site: “2 errors, 1 warning”. */
  readonly counted: string;
}

/** A finding as the overlay of a page shows it. */
export interface FindingView {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  /** `content/guides/a.mdx:3:1`. */
  readonly place: string;
  /** The lines around it, with the range underlined. */
  readonly frame?: string | undefined;
  /** Address that opens the place in an editor. */
  readonly editor?: string | undefined;
  /** Whether it is in the file of the page. */
  readonly isHere: boolean;
}
