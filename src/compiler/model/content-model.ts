// What `collect` makes of all pages: the whole content folder in one place, by the names others look it up with.

import type { RelatedPlace } from '../diagnostics/index.ts';
import type { Range, SourceFile } from '../source/index.ts';
import type { Entity, LanguageId, Page } from './page.ts';
import type { SvgPicture } from './picture.ts';
import type { NavigationFile, SiteConfig } from './site.ts';
import type { Placeholder } from './page.ts';
import type { MarkdownText } from './document.ts';

/** Everything of a content folder, collected and indexed, nothing resolved. */
export interface ContentModel {
  readonly site: SiteConfig;
  /** By route, in route order. Pages behind a flag that is off are not here. */
  readonly pages: ReadonlyMap<string, Page>;
  /** Routes of pages whose files could not be read at all. */
  readonly lostRoutes: ReadonlySet<string>;
  /** Folders that could not be read, and links that may lead to folders. */
  readonly lostFolders: ReadonlySet<string>;
  readonly navigation: ReadonlyMap<string, NavigationFile>;
  /** The deep merge of all pages' `descriptions`. */
  readonly descriptions: DescriptionTree;
  /** Entities by language, then key; several pages may have the same key. */
  readonly entities: ReadonlyMap<LanguageId, ReadonlyMap<string, readonly CollectedEntity[]>>;
  readonly samples: SampleIndex;
  /** Files beside pages that are neither pages nor samples, by path from the content folder. */
  readonly assets: ReadonlyMap<string, CollectedAsset>;
  /** Files of the folder `public` beside the content folder that the site publishes as they are, by path from its top. */
  readonly publicFiles: ReadonlyMap<string, CollectedAsset>;
}

/** An image or another file beside a page. Its content is copied, never read as text but for SVG. */
export interface AssetFile {
  /** From the content folder, with `/`, composed (NFC): how pages address it. */
  readonly path: string;
  /** Where it lies in the content folder, if that is not `path`: behind symbolic links, or by a name that is not composed. */
  readonly place?: string;
  /** Pixels, where the file is an image that says so. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  /** Why an image is shown by no browser, in words that follow a colon. */
  readonly problem?: string;
  /** Set on an image that ends too early: browsers show a part of it. */
  readonly isCut?: true;
  /** The format of an image whose name says another: `png`. */
  readonly format?: string;
  /** The text of an SVG. */
  readonly svg?: SourceFile;
  /** What is known of an SVG once it is parsed. */
  readonly picture?: SvgPicture;
}

/** A file with what the site makes of it. */
export interface CollectedAsset extends AssetFile {
  /** Why no page may show it or link to it; absent where pages may. */
  readonly refusal?: AssetRefusal;
}

/** A finding, to be reported where a page or `site.yaml` names the file. */
export interface AssetRefusal {
  readonly code: 'unpublished-file' | 'active-svg' | 'unreadable-image';
  readonly args: { readonly name: string; readonly problem: string; readonly hint?: string };
  /** The place in the file itself. */
  readonly related?: readonly RelatedPlace[];
}

export interface CollectedEntity {
  readonly page: Page;
  readonly entity: Entity;
}

export type DescriptionTree = Map<string, MergedNode>;

export type MergedNode = MergedLeaf | { readonly kind: 'branch'; readonly table: DescriptionTree };

export interface MergedLeaf {
  readonly kind: 'leaf';
  /** Dotted path from the root. */
  readonly path: string;
  readonly description: { readonly kind: 'markdown'; readonly text: MarkdownText } | Placeholder;
  readonly page: Page;
  readonly keyRange: { readonly start: number; readonly end: number };
}

/** A code sample's file. */
export interface Sample {
  readonly file: SourceFile;
  /** Folder that holds the `_samples` folder, relative to the content folder. */
  readonly folder: string;
  /** Path in `_samples` without the extension; may contain dots and slashes. */
  readonly stem: string;
  /** With its dot. */
  readonly extension: string;
}

/** A sample as readers see it: without the markers of its regions and without its exemption. */
export interface CollectedSample extends Sample {
  readonly text: string;
  /** By name: what `file="stem#name"` shows. */
  readonly regions: ReadonlyMap<string, string>;
  /** What its first line exempts it from. */
  readonly exemption?: SampleExemption | undefined;
  /** True where its markers contradict each other (a diagnostic): nothing of it is shown. */
  readonly isBroken: boolean;
}

/** `stele-ignore <code>: <reason>` in a comment of the sample's language: one check that leaves it alone. */
export interface SampleExemption {
  /** As written; `''` where the line names none. */
  readonly code: string;
  /** `''` where the line gives none. */
  readonly reason: string;
  /** Of the comment, in the sample's file. */
  readonly range: Range;
}

export interface SampleIndex {
  /** False where the content folder has no `_samples` folder at all. */
  readonly hasSamples: boolean;
  /** By folder, then stem. */
  readonly byFolder: ReadonlyMap<string, ReadonlyMap<string, readonly CollectedSample[]>>;
}
