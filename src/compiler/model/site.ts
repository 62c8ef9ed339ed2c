// The output of `decode` for `site.yaml`, with all defaults.

import type { Severity } from '../diagnostics/index.ts';
import type { Casing } from '../languages/index.ts';
import type { SourceFile } from '../source/index.ts';
import type { Destination, Located, Text } from './data.ts';
import type { LanguageId } from './page.ts';
import type { PlainIcon } from './picture.ts';

export interface SiteConfig {
  /** `site.yaml`, if it exists. */
  readonly file?: SourceFile | undefined;
  readonly title: string;
  readonly description?: string | undefined;
  readonly footer?: string | undefined;
  /** Production address with base path. Without it there are no canonical links and no sitemap. */
  readonly url?: string | undefined;
  /** Colour of links: `#rgb` or `#rrggbb`. */
  readonly accent?: Text | undefined;
  /** Language of the site's texts and interface: a canonical BCP 47 tag. */
  readonly lang: string;
  readonly logo?: Logo | undefined;
  /** Fonts of text and of code; if absent, fonts of the reader's system. */
  readonly fonts: Fonts;
  /** Icon for browser tabs and home screens: a square SVG. */
  readonly icon?: Text | undefined;
  /** The shapes of the icon, else of the logo; absent if neither can be drawn. */
  readonly mark?: PlainIcon | undefined;
  /** Whether nothing of the content folder may be executed. */
  readonly isUntrusted: boolean;
  /** Names of components that are ignored for this reason. */
  readonly refusedComponents: ReadonlySet<string>;
  /** Additional types of files to publish: extensions in lower case, with their dot. */
  readonly assetTypes: ReadonlySet<string>;
  /** Hosts from which pages may load pictures, in lower case, with a port if given. */
  readonly imageHosts: ReadonlySet<string>;
  /** Hosts whose files for headers and redirects are written. */
  readonly hosts: ReadonlySet<HostKind>;
  /** Which pages have their own picture for shared links: sections, all pages, or none. */
  readonly socialImages: SocialImages;
  /** In the site's order; the first is the default language. Empty if the site has no languages. */
  readonly languages: readonly Language[];
  readonly sections: readonly SectionConfig[];
  readonly header: readonly HeaderLink[];
  /** Address pattern of “edit this page”, with `{path}`. */
  readonly edit?: string | undefined;
  /** Leaf names that are variants of one description (format.md 4.8), including the built-in ones. */
  readonly variants: ReadonlySet<string>;
  /** Files of the site's own components, by name; paths from the content folder. */
  readonly components: ReadonlyMap<string, Text>;
  /** Files that replace parts of every page, by the part's name; paths from the content folder. */
  readonly parts: ReadonlyMap<string, Text>;
  /** Whether tables show required items before optional ones; else items keep the author's order. */
  readonly isRequiredFirst: boolean;
  /** Whether bodies are data, or contain code that a build runs. */
  readonly mdx: 'data' | 'code';
  readonly flags: ReadonlySet<string>;
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** In the order of the file. */
  readonly redirects: readonly Redirect[];
  readonly budgets: Budgets;
  readonly outputs: Outputs;
  readonly skills: SkillPages;
  /** In the order of the menu. */
  readonly assistants: readonly Assistant[];
  readonly diff: DiffSettings;
  /** False in a content folder without `site.yaml` (an excerpt): dangling links are warnings there. */
  readonly isConfigured: boolean;
}

export type SocialImages = 'sections' | 'pages' | 'off';

/** Logos of the header for light and dark pages; the same path twice if there is only one. */
export interface Logo {
  readonly light: Text;
  readonly dark: Text;
}

export interface Fonts {
  readonly text?: Font | undefined;
  readonly code?: Font | undefined;
}

/** A font: a file of the site, or a name of a font that readers' systems may have. */
export interface Font {
  readonly name: string;
  /** A `.woff2` of the content folder. */
  readonly file?: Text | undefined;
  /** Weights in the file: `400`, or `400 620` for a variable font. */
  readonly weights?: string | undefined;
}

/** A host with files of its own for headers and redirects. */
export type HostKind = 'netlify' | 'cloudflare' | 'vercel' | 'nginx' | 'apache';

/** A redirect as written. */
export interface Redirect {
  /** Old route, normalised (NFC), without slashes at its ends. */
  readonly route: string;
  readonly from: Text;
  readonly to: Text;
}

/** The files for programs that a site has. */
export interface Outputs {
  /** Markdown twins: at `<route>.md`, at `<route>/index.md`, at both, or none. */
  readonly markdown: 'route' | 'folder' | 'both' | 'off';
  /** `llms.txt` and `llms-full.txt`. */
  readonly llms: boolean;
  /** Each page as JSON, the index of symbols, and the catalogue of both. */
  readonly json: boolean;
  /** A skill for assistants for each language, and their index. */
  readonly skills: boolean;
}

/** Pages that the skills for assistants name first. */
export interface SkillPages {
  readonly quickStart?: Destination | undefined;
  readonly authentication?: Destination | undefined;
  readonly pagination?: Destination | undefined;
  readonly errors?: Destination | undefined;
}

/** Other impacts of changes than those of the catalogue, by kind. */
export interface DiffSettings {
  readonly impacts: Readonly<Record<string, string>>;
  /** By language; they go before `impacts`. */
  readonly languages: Readonly<Record<LanguageId, Readonly<Record<string, string>>>>;
}

/** Limits of a build that the site has set. */
export interface Budgets {
  readonly pageBytes?: Located<number> | undefined;
  readonly domNodes?: Located<number> | undefined;
  readonly markdownCharacters?: Located<number> | undefined;
  readonly buildSeconds?: Located<number> | undefined;
  readonly memoryMiB?: Located<number> | undefined;
  readonly files?: Located<number> | undefined;
}

export interface Language {
  readonly id: LanguageId;
  readonly label: string;
  /** File extensions of its samples, with their dot, the first preferred. */
  readonly extensions: readonly string[];
  /** Name of the grammar that colours its samples. */
  readonly grammar: string;
  /** Its naming conventions; empty if unknown. */
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
  /** `path` as written. */
  readonly written: Text;
}

export interface HeaderLink {
  readonly title: string;
  readonly url: Destination;
}

/** An assistant that the menu of a page offers. */
export interface Assistant {
  readonly title: string;
  /** An https address with `{url}` in place of that of the page's Markdown. */
  readonly url: string;
}

/** A section's tree, from its `_navigation.mdx` or its folders. */
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
