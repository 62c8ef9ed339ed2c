// What a build keeps of a compiled site, so that the next one can compile an edited page without the others: short
// facts about each page, and the places of everything that pages look up. Plain data without texts of pages.

import type { CollectedAsset } from './content-model.ts';
import type { LanguageId } from './page.ts';
import type { EntityForm, FormOption, LinkTarget, ResolvedSection } from './resolved.ts';
import type { SiteConfig } from './site.ts';

/** The facts of a site. Pages are named by their index in `pages`. */
export interface SiteFacts {
  /** The settings as collected. */
  readonly collectedSite: SiteConfig;
  /** The settings with resolved links. */
  readonly site: SiteConfig;
  readonly sections: readonly ResolvedSection[];
  readonly redirects: ReadonlyMap<string, LinkTarget>;
  readonly assets: ReadonlyMap<string, CollectedAsset>;
  readonly publicFiles: ReadonlyMap<string, CollectedAsset>;
  /** In route order. */
  readonly pages: readonly PageFacts[];
  /** Entities by language, then key: pairs of a page and the entity's index on it. */
  readonly entities: ReadonlyMap<LanguageId, ReadonlyMap<string, readonly number[]>>;
  readonly descriptions: LeafPlaces;
  /** Files that findings name: an edit of such a file may change the finding. */
  readonly found: ReadonlySet<string>;
  /** The keys in all entity references: pages may show rows of these entities. */
  readonly referenced: ReadonlySet<string>;
  /** Whether a link or redirect has no target, but may have one after an edit of another page. */
  readonly hasDangling: boolean;
  /** Paths of sections whose links are made of their pages, because they have no navigation file. */
  readonly withoutNavigation: ReadonlySet<string>;
}

/** Places of descriptions, as in the merged tables: a page, and the index of the leaf among the leaves of its table. */
export type LeafPlaces = ReadonlyMap<string, readonly [page: number, leaf: number] | LeafPlaces>;

export interface PageFacts {
  readonly route: string;
  /** Path of its file from the content folder. */
  readonly path: string;
  readonly title: string;
  readonly isDamaged: boolean;
  readonly languages: readonly LanguageId[] | undefined;
  readonly entities: readonly EntityFacts[];
  /** Where the texts begin that other pages show or compare: offsets in its file. */
  readonly readElsewhere: readonly number[];
  /** Those of them that decide which entity a name means. */
  readonly compared: readonly number[];
  /** Paths of the other pages whose texts it shows. */
  readonly shows: readonly string[];
  /** The keys in its entity references. */
  readonly references: readonly string[];
  /** Stems of the samples that its blocks name, whether there are such samples or not. */
  readonly stems: readonly string[];
  /** The anchors of other pages that its links lead to: `route#anchor`. */
  readonly anchors: readonly string[];
}

export interface EntityFacts {
  readonly id: string;
  readonly forms: readonly FormFacts[];
}

export interface FormFacts {
  readonly language: LanguageId;
  readonly source: LanguageId;
  readonly kind: EntityForm['kind'];
  readonly key: string;
  readonly title?: string;
  readonly type?: string;
  readonly patternBefore?: string;
  /** A method's parameters with rows inside. */
  readonly options?: readonly Omit<FormOption, 'children'>[];
}
