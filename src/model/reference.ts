// What `collect` makes of all pages: the whole content folder in one place, by the names others look it up with.

import type { SourceFile } from '../source/index.ts';
import type { Entity, LanguageId, Page } from './page.ts';
import type { NavigationFile, SiteConfig } from './site.ts';
import type { Placeholder } from './page.ts';
import type { MarkdownText } from './document.ts';

/** Everything of a content folder, collected and indexed, nothing resolved. */
export interface ReferenceModel {
  readonly site: SiteConfig;
  /** By route, in route order. Pages behind a flag that is off are not here. */
  readonly pages: ReadonlyMap<string, Page>;
  readonly navigation: ReadonlyMap<string, NavigationFile>;
  /** The deep merge of all pages' `descriptions`. */
  readonly descriptions: DescriptionTree;
  /** Entities by language, then key; several pages may have the same key. */
  readonly entities: ReadonlyMap<LanguageId, ReadonlyMap<string, readonly CollectedEntity[]>>;
  readonly samples: SampleIndex;
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

/** A code sample's file. `text` is what readers see. */
export interface Sample {
  readonly file: SourceFile;
  /** Folder that holds the `_samples` folder, relative to the content folder. */
  readonly folder: string;
  /** Path in `_samples` without the extension; may contain dots and slashes. */
  readonly stem: string;
  /** With its dot. */
  readonly extension: string;
}

export interface SampleIndex {
  /** False where the content folder has no `_samples` folder at all. */
  readonly hasSamples: boolean;
  /** By folder, then stem. */
  readonly byFolder: ReadonlyMap<string, ReadonlyMap<string, readonly Sample[]>>;
}
