// Words of the interface that views contain. The templates provide them.

/** All words of the interface that views contain. */
export interface ViewWords extends ValueWords {
  /** Title of the page that lists all pages of a section. */
  readonly allPages: (section: string) => string;
}

/** Words of the interface in the HTML of descriptions. */
export interface ValueWords {
  /** Introduces the possible values. */
  readonly oneOf: string;
  /** Label that unfolds the hidden values of a long list. */
  readonly more: (count: number) => string;
  /** Label that folds them again. */
  readonly fewer: string;
  /** Titles of GitHub's alerts. */
  readonly alerts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
}

/** Words of the interface in Markdown twins: those of the pages, under the same names. */
export interface TwinWords {
  readonly values: ViewWords;
  readonly properties: string;
  readonly parameters: string;
  readonly returns: string;
  readonly optional: string;
  readonly deprecated: string;
  readonly default: string;
  readonly since: (version: string) => string;
  readonly sendsEmail: string;
  readonly notIn: (language: string) => string;
  readonly missing: (language: string) => string;
  readonly absent: (language: string) => string;
  readonly noSample: (language: string) => string;
  readonly sampleIn: string;
  readonly shownFor: (reader: string, shown: string) => string;
  readonly comingSoon: string;
  readonly yes: string;
  readonly no: string;
  readonly unknownComponent: (name: string) => string;
  readonly codeGap: (what: string) => string;
  readonly brokenBody: string;
  readonly previous: string;
  readonly next: string;
  /** What a part of a long twin is; `page` is Markdown, a link. */
  readonly twinPart: (part: number, parts: number, page: string) => string;
}
