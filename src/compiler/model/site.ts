// What `decode` makes of `site.yaml`, with every default filled in.

import type { Severity } from '../diagnostics/index.ts';
import type { Casing } from '../languages/index.ts';
import type { SourceFile } from '../source/index.ts';
import type { Destination, Located, Text } from './data.ts';
import type { LanguageId } from './page.ts';
import type { PlainIcon } from './picture.ts';

export interface SiteConfig {
  /** `site.yaml`; absent where there is none. */
  readonly file?: SourceFile | undefined;
  readonly title: string;
  readonly description?: string | undefined;
  readonly footer?: string | undefined;
  /** Production address with base path; absent: no canonical links, no sitemap. */
  readonly url?: string | undefined;
  /** Colour of links: `#rgb` or `#rrggbb`. */
  readonly accent?: Text | undefined;
  /** Language of the site's texts and interface: a canonical BCP 47 tag. */
  readonly lang: string;
  readonly logo?: Logo | undefined;
  /** Faces of text and of code; absent: those of the reader's system. */
  readonly fonts: Fonts;
  /** Picture of browser tabs and home screens: a square SVG. */
  readonly icon?: Text | undefined;
  /** The shapes of the icon, or of the logo where there is none; absent where neither can be drawn. */
  readonly mark?: PlainIcon | undefined;
  /** Whether nothing of the content folder may be executed. */
  readonly isUntrusted: boolean;
  /** Names of components that are not used because of that. */
  readonly refusedComponents: ReadonlySet<string>;
  /** Types of files that are published beside those that every site publishes: endings in lower case, with their dot. */
  readonly assetTypes: ReadonlySet<string>;
  /** Hosts that pictures of pages may come from, in lower case, with their port where they have one. */
  readonly imageHosts: ReadonlySet<string>;
  /** What has a picture of its own where a link is shared: sections, all pages, or nothing. */
  readonly socialImages: SocialImages;
  /** In the site's order; the first is the default language. Empty where nothing has a language. */
  readonly languages: readonly Language[];
  readonly sections: readonly SectionConfig[];
  readonly header: readonly HeaderLink[];
  /** Address pattern of “edit this page”, with `{path}`. */
  readonly edit?: string | undefined;
  /** Leaf names that are variants of one description (format.md 4.8), the built-in ones included. */
  readonly variants: ReadonlySet<string>;
  /** Files of the site's own components, by name; paths from the content folder. */
  readonly components: ReadonlyMap<string, Text>;
  /** Files of the site's own that stand in place of parts of every page, by the part's name; paths from the content folder. */
  readonly parts: ReadonlyMap<string, Text>;
  /** Whether tables show what is required before what is optional, else in the author's order. */
  readonly isRequiredFirst: boolean;
  /** Whether bodies are data, or hold code that a build runs. */
  readonly mdx: 'data' | 'code';
  readonly flags: ReadonlySet<string>;
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** In the order of the file. */
  readonly redirects: readonly Redirect[];
  readonly budgets: Budgets;
  /** False in a content folder without `site.yaml` (an excerpt): dangling links are warnings there. */
  readonly isConfigured: boolean;
}

export type SocialImages = 'sections' | 'pages' | 'off';

/** Pictures of the header; the same one twice where the site has one for both grounds. */
export interface Logo {
  readonly light: Text;
  readonly dark: Text;
}

export interface Fonts {
  readonly text?: Font | undefined;
  readonly code?: Font | undefined;
}

/** A face that the site brings as a file, or that readers' systems may have. */
export interface Font {
  readonly name: string;
  /** A `.woff2` of the content folder. */
  readonly file?: Text | undefined;
  /** Weights that the file has: `400`, or `400 620` of a variable font. */
  readonly weights?: string | undefined;
}

/** Where an old route leads, as it is written. */
export interface Redirect {
  /** Old route, composed, without slashes at its ends. */
  readonly route: string;
  readonly from: Text;
  readonly to: Text;
}

/** Limits of a build, where the site has set them. */
export interface Budgets {
  readonly pageBytes?: Located<number> | undefined;
  readonly domNodes?: Located<number> | undefined;
  readonly buildSeconds?: Located<number> | undefined;
  readonly memoryMiB?: Located<number> | undefined;
}

export interface Language {
  readonly id: LanguageId;
  readonly label: string;
  /** File extensions of its samples, with their dot, the first preferred. */
  readonly extensions: readonly string[];
  /** Name of the grammar that colours its samples. */
  readonly grammar: string;
  /** How its names are written; empty where nothing is known of it. */
  readonly casing: readonly Casing[];
  readonly package?: LanguagePackage | undefined;
}

export interface LanguagePackage {
  readonly name: string;
  readonly version?: string | undefined;
  readonly install?: string | undefined;
  readonly url?: string | undefined;
}

export interface SectionConfig {
  readonly title: Text;
  /** Route of the section's folder, without slashes at its ends. */
  readonly path: string;
  /** `path` as the file has it. */
  readonly written: Text;
}

export interface HeaderLink {
  readonly title: string;
  readonly url: Destination;
}

/** A section's tree as its `_navigation.mdx` says, or as its folders are. */
export interface NavigationFile {
  readonly file: SourceFile;
  /** Route of the section's folder. */
  readonly section: string;
  readonly title?: string | undefined;
  readonly links: readonly NavigationLink[];
}

export interface NavigationLink {
  readonly title: string;
  readonly url?: Destination | undefined;
  readonly links: readonly NavigationLink[];
  readonly featureFlag?: string | undefined;
  readonly excludeFromSearch: boolean;
}
