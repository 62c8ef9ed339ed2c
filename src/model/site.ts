// What `decode` makes of `site.yaml`, with every default filled in.

import type { Severity } from '../diagnostics/index.ts';
import type { Text } from './data.ts';
import type { LanguageId } from './page.ts';

export interface SiteConfig {
  readonly title: string;
  readonly description?: string;
  readonly footer?: string;
  /** Production address with base path; absent: no canonical links, no sitemap. */
  readonly url?: string;
  readonly accent?: string;
  /** In the site's order; the first is the default language. Empty where nothing has a language. */
  readonly languages: readonly Language[];
  readonly sections: readonly SectionConfig[];
  readonly header: readonly HeaderLink[];
  /** Address pattern of “edit this page”, with `{path}`. */
  readonly edit?: string;
  /** Leaf names that are variants of one description (format.md 4), the built-in ones included. */
  readonly variants: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** False in a content folder without `site.yaml` (an excerpt): dangling links are warnings there. */
  readonly isConfigured: boolean;
}

export interface Language {
  readonly id: LanguageId;
  readonly label: string;
  /** File extensions of its samples, with their dot, the first preferred. */
  readonly extensions: readonly string[];
  /** Name of the grammar that colours its samples. */
  readonly grammar: string;
  readonly package?: LanguagePackage;
}

export interface LanguagePackage {
  readonly name: string;
  readonly version?: string;
  readonly install?: string;
  readonly url?: string;
}

export interface SectionConfig {
  readonly title: Text | { readonly value: string };
  /** Route of the section's folder, without slashes at its ends. */
  readonly path: string;
}

export interface HeaderLink {
  readonly title: string;
  readonly url: Text;
}

/** A section's tree as its `_navigation.mdx` says, or as its folders are. */
export interface NavigationFile {
  /** Route of the section's folder. */
  readonly section: string;
  readonly title?: string;
  readonly links: readonly NavigationLink[];
}

export interface NavigationLink {
  readonly title: string;
  readonly url?: Text;
  readonly links: readonly NavigationLink[];
  readonly featureFlag?: string;
  readonly excludeFromSearch: boolean;
}
