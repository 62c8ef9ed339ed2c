// Views of the parts around a page: the site, the header, the language tabs and the breadcrumb.

import type { LanguageId } from '../page.ts';
import type { Assistant } from '../site.ts';

/** What every page shows of the site. */
export interface SiteView {
  readonly title: string;
  readonly logo?: LogoView | undefined;
  readonly footer?: string | undefined;
  /** Absent if there are none. */
  readonly assistants?: readonly Assistant[] | undefined;
}

/** Logos of the header, as paths from the top of the output. */
export interface LogoView {
  readonly light: string;
  readonly dark: string;
}

/** A font of the site's text or code. */
export interface FontView {
  readonly use: 'text' | 'code';
  readonly name: string;
  /** Path of its file, from the top of the output. */
  readonly path?: string | undefined;
  readonly weights?: string | undefined;
}

/** A link with its text. */
export interface LinkView {
  readonly title: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** A link to this page in another language's tree. Following it selects the language. */
export interface LanguageLinkView extends LinkView {
  readonly language: LanguageId;
}

/** One step of a breadcrumb. */
export interface StepView {
  readonly title: string;
  readonly href?: string | undefined;
}

/** A language tab: a link to this route in another language's tree. */
export interface TabView {
  readonly id: LanguageId;
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
  /** False if the page does not exist in that language; the link leads to a page that explains this. */
  readonly isAvailable: boolean;
}
