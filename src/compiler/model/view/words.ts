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
