// What the stages of the compiler hand on, each whole content folder in one value: source → parsed → decoded → compiled.
// `content-model.ts` and `resolved.ts` hold what stands between `collect` and `check`.

import type { Diagnostic } from '../diagnostics/index.ts';
import type { SourceFile } from '../source/index.ts';
import type { AssetFile, Sample } from './content-model.ts';
import type { DataDocument, Document } from './document.ts';
import type { Page } from './page.ts';
import type { ResolvedModel } from './resolved.ts';
import type { NavigationFile, SiteConfig } from './site.ts';

/** A content folder as text: what is read before the compiler starts. */
export interface ContentSource {
  /** Name of the content folder: the site's title where nothing says another. */
  readonly name: string;
  readonly site?: SourceFile | undefined;
  readonly pages: readonly SourceFile[];
  readonly navigation: readonly SourceFile[];
  readonly samples: readonly Sample[];
  /** Whether nothing of the folder may be executed, whatever its `site.yaml` says. */
  readonly isUntrusted?: boolean;
  /** All other files: what pages may show or link to. */
  readonly assets: readonly AssetFile[];
  /** Files of the folder `public` beside the content folder: they stand at the top of the site as they are. */
  readonly publicFiles?: readonly AssetFile[];
}

/** A content folder whose files are parsed, each by itself. */
export interface ParsedContent {
  readonly name: string;
  readonly isUntrusted: boolean;
  readonly site?: DataDocument | undefined;
  /** In path order. */
  readonly pages: readonly Document[];
  /** In path order. */
  readonly navigation: readonly Document[];
  readonly samples: readonly Sample[];
  readonly assets: readonly AssetFile[];
  readonly publicFiles: readonly AssetFile[];
}

/** A content folder whose pages and `site.yaml` are decoded. In any order: the model does not depend on it. */
export interface DecodedContent {
  readonly site: SiteConfig;
  readonly pages: readonly Page[];
  readonly navigation: readonly NavigationFile[];
  readonly samples: readonly Sample[];
  readonly assets: readonly AssetFile[];
  /** Files of the folder `public` beside the content folder. */
  readonly publicFiles: readonly AssetFile[];
}

/** What of a content folder could not be read at all. */
export interface LostFiles {
  /** Routes of pages whose files could not be read. */
  readonly lostRoutes: ReadonlySet<string>;
  /** Folders that could not be read, and links that may lead to folders. */
  readonly lostFolders: ReadonlySet<string>;
}

/** A compiled content folder. `resolved` is the best that could be made of it, whatever was found. */
export interface Compilation {
  readonly resolved: ResolvedModel;
  /** All pages as parsed, in path order: those behind a flag that is off too. */
  readonly documents: readonly Document[];
  /** All navigation files as parsed, in path order. */
  readonly navigation: readonly Document[];
  /** All findings of all files, in the order in which they are shown. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A compilation whose samples have been checked. */
export interface CheckedCompilation extends Compilation {
  /** How many samples nothing here can parse, by extension in alphabetical order. Nothing else is known of them. */
  readonly unparsed: Readonly<Record<string, number>>;
}
