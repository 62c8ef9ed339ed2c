// What a pull request changes for readers, as data: the build of the pull request writes it, and the jobs that publish
// and comment read it (read-report.ts).

/** Largest report that is read. */
export const maxReportBytes = 16 * 1024 * 1024;

/** A finding of `stele check`. */
export interface ReportedFinding {
  readonly severity: 'error' | 'warning' | 'advice';
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line: number | undefined;
}

/** Impacts of a change, the most severe first. */
export const impacts = ['breaking', 'risk', 'addition', 'text'] as const;

/** A change of the reference, as `stele diff` reports it. */
export interface ReportedChange {
  readonly impact: (typeof impacts)[number];
  /** Whether an approval says that the documentation was wrong, or that the change is wanted. */
  readonly approval: 'correction' | 'accepted' | undefined;
  /** The change in one sentence, with code in backticks. */
  readonly words: string;
  /** Ids of the languages; empty if the change does not depend on the language. */
  readonly languages: readonly string[];
  /** Address of the page that shows it, without a language; undefined if no page of the head shows it. */
  readonly page: string | undefined;
  /** Anchor of the row on that page. */
  readonly anchor: string | undefined;
  /** What readers saw before and see now, for each group of languages in which it is the same; a part of long texts. */
  readonly values: readonly ReportedValue[];
}

/** A text before and after, as the words that both have and those that only one has. */
export interface ReportedValue {
  readonly languages: readonly string[];
  readonly words: readonly ReportedWords[];
}

export interface ReportedWords {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** The most severe change of a page in one language. */
export interface ReportedImpact {
  /** Address of the page without a language. */
  readonly path: string;
  /** '' for changes that do not depend on the language. */
  readonly language: string;
  readonly impact: (typeof impacts)[number];
  /** Anchor of its row. */
  readonly anchor: string | undefined;
}

/** The changes of the reference. */
export interface ReportedDiff {
  /** Number of changes that no approval names, by impact, and of corrections. */
  readonly counts: Readonly<Record<(typeof impacts)[number] | 'corrections', number>>;
  readonly changes: Cut<ReportedChange>;
  /** Impacts on the pages, of as many as a report may have. */
  readonly pages: readonly ReportedImpact[];
  /** Number of parts of a side that could not be read: their changes are unknown. */
  readonly unknown: number;
}

/** Entries and their number; a long list is cut. */
export interface Cut<T> {
  readonly total: number;
  readonly shown: readonly T[];
}

/** A figure of the base and of the pull request. */
export interface Pair {
  readonly base: number;
  readonly head: number;
}

/** Rows of a page that differ from the base, by anchor. */
export interface ReportedRows {
  /** Address of the page. */
  readonly path: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** A removed row has the place of the nearest row that is still there. */
  readonly removed: readonly { readonly name: string; readonly place: 'before' | 'after'; readonly anchor: string }[];
}

/** The report. Paths of pages are addresses from the top of the site: '' or `python/guides/start/`. */
export interface Report {
  readonly version: 1;
  readonly pr: number;
  /** Commits of the pull request and of its base. */
  readonly head: string;
  readonly base: string;
  readonly hasSite: boolean;
  /** Ids of the languages. */
  readonly languages: readonly string[];
  readonly pages: {
    readonly total: number;
    readonly changed: Cut<string>;
    readonly added: Cut<string>;
    readonly removed: Cut<string>;
  };
  readonly findings: {
    readonly new: Cut<ReportedFinding>;
    readonly fixed: Cut<ReportedFinding>;
    readonly errors: number;
  };
  /** Rows that differ, of as many pages as a report may have. */
  readonly rows: readonly ReportedRows[];
  /** Changes of the reference; absent if they could not be found. */
  readonly diff: ReportedDiff | undefined;
  /** Compressed bytes of all pages; absent without a site on both sides. */
  readonly weight: Pair | undefined;
  /** Milliseconds of the builds. */
  readonly time: Pair | undefined;
}

/** Limits of a list in a report. */
export const shownPages = 5000;
/** Most impacts on pages: each page has one in each language that it changes for. */
export const shownImpacts = 10 * shownPages;
export const shownFindings = 100;
export const shownChanges = 10_000;
/** Groups of languages of one change, and parts of a text. */
export const shownValues = 12;
export const shownWords = 24;
/** Pages with rows, and rows of each kind on one page. */
export const markedPages = 1000;
export const markedRows = 200;
