// The output of `collect`: the whole content folder, indexed by the names that later stages look up.

import type { RelatedPlace } from '../diagnostics/index.ts';
import type { Range, SourceFile } from '../source/index.ts';
import type { ApprovalEntry } from './approval.ts';
import type { Entity, LanguageId, Page } from './page.ts';
import type { SvgPicture } from './picture.ts';
import type { NavigationFile, SiteConfig } from './site.ts';
import type { Placeholder } from './page.ts';
import type { MarkdownText } from './document.ts';

/** A whole content folder, collected and indexed, with nothing resolved. */
export interface ContentModel {
  readonly site: SiteConfig;
  /** In the order of the file. */
  readonly approvals: readonly ApprovalEntry[];
  /** By route, in route order, without pages whose flag is off. */
  readonly pages: ReadonlyMap<string, Page>;
  /** Routes of pages whose files could not be read. */
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
  /** Files of the folder `public` beside the content folder, which are published unchanged, by path from its top. */
  readonly publicFiles: ReadonlyMap<string, CollectedAsset>;
}

/** An image or another file beside a page. Its content is copied. Only SVG is read as text. */
export interface AssetFile {
  /** Path from the content folder, with `/`, normalised (NFC), as in links of pages. */
  readonly path: string;
  /**
   * Its real path in the content folder, if that differs from `path`: because of symbolic links or a name that is not
   * normalised.
   */
  readonly place?: string;
  /** Size in pixels, if the file is an image with a size. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  /** The reason why no browser can show the image: a clause that follows a colon. */
  readonly problem?: string;
  /** Set if the image's file ends too early, so that browsers show only a part. */
  readonly isCut?: true;
  /** The real format of an image whose extension is wrong: `png`. */
  readonly format?: string;
  /** The text of an SVG. */
  readonly svg?: SourceFile;
  /** The result of parsing an SVG. */
  readonly picture?: SvgPicture;
}

/** A file, and whether pages may use it. */
export interface CollectedAsset extends AssetFile {
  /** The reason why no page may show it or link to it; absent if pages may. */
  readonly refusal?: AssetRefusal;
}

/** A finding that is reported at the reference to the file in a page or `site.yaml`. */
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
  /** The parent of the `_samples` folder, relative to the content folder. */
  readonly folder: string;
  /** Path in `_samples` without the extension; may contain dots and slashes. */
  readonly stem: string;
  /** With its dot. */
  readonly extension: string;
}

/** A sample as shown to readers: without region markers and exemption. */
export interface CollectedSample extends Sample {
  readonly text: string;
  /** Texts by name, for `file="stem#name"`. */
  readonly regions: ReadonlyMap<string, string>;
  /** The exemption in its first line. */
  readonly exemption?: SampleExemption | undefined;
  /** True if its region markers are inconsistent (a diagnostic): it is then not shown. */
  readonly isBroken: boolean;
}

/** `stele-ignore <code>: <reason>` in a comment of the sample's language: turns one check off for the sample. */
export interface SampleExemption {
  /** As written; `''` if absent. */
  readonly code: string;
  /** `''` if absent. */
  readonly reason: string;
  /** Range of the comment in the sample's file. */
  readonly range: Range;
}

export interface SampleIndex {
  /** False if the content folder has no `_samples` folder. */
  readonly hasSamples: boolean;
  /** By folder, then stem. */
  readonly byFolder: ReadonlyMap<string, ReadonlyMap<string, readonly CollectedSample[]>>;
}
