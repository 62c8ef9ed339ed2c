// The values between the stages of the compiler, each a whole content folder: source → parsed → decoded → compiled. The
// outputs of `collect` and `resolve` are in `content-model.ts` and `resolved.ts`.

import type { Diagnostic } from '../diagnostics/index.ts';
import type { SourceFile } from '../source/index.ts';
import type { ApprovalEntry } from './approval.ts';
import type { AssetFile, Sample } from './content-model.ts';
import type { DataDocument, Document } from './document.ts';
import type { Page } from './page.ts';
import type { ResolvedModel } from './resolved.ts';
import type { NavigationFile, SiteConfig } from './site.ts';

/** The texts of a content folder, read before the compiler starts. */
export interface ContentSource {
  /** Name of the content folder: the default title of the site. */
  readonly name: string;
  readonly site?: SourceFile | undefined;
  /** `_approvals.yaml`. */
  readonly approvals?: SourceFile | undefined;
  readonly pages: readonly SourceFile[];
  readonly navigation: readonly SourceFile[];
  readonly samples: readonly Sample[];
  /** Whether nothing of the folder may be executed, even if its `site.yaml` allows it. */
  readonly isUntrusted?: boolean;
  /** All other files, which pages may show or link to. */
  readonly assets: readonly AssetFile[];
  /** Files of the folder `public` beside the content folder: they are copied unchanged to the top of the site. */
  readonly publicFiles?: readonly AssetFile[];
}

/** A content folder after parsing each file. */
export interface ParsedContent {
  readonly name: string;
  readonly isUntrusted: boolean;
  readonly site?: DataDocument | undefined;
  readonly approvals?: DataDocument | undefined;
  /** In path order. */
  readonly pages: readonly Document[];
  /** In path order. */
  readonly navigation: readonly Document[];
  readonly samples: readonly Sample[];
  readonly assets: readonly AssetFile[];
  readonly publicFiles: readonly AssetFile[];
}

/** A content folder after decoding. The order of its lists does not affect the model. */
export interface DecodedContent {
  readonly site: SiteConfig;
  readonly approvals: readonly ApprovalEntry[];
  readonly pages: readonly Page[];
  readonly navigation: readonly NavigationFile[];
  readonly samples: readonly Sample[];
  readonly assets: readonly AssetFile[];
  /** Files of the folder `public` beside the content folder. */
  readonly publicFiles: readonly AssetFile[];
}

/** The files and folders that could not be read. */
export interface LostFiles {
  /** Routes of pages whose files could not be read. */
  readonly lostRoutes: ReadonlySet<string>;
  /** Folders that could not be read, and links that may lead to folders. */
  readonly lostFolders: ReadonlySet<string>;
}

/** A compiled content folder. `resolved` exists even if there are errors, and contains all that could be resolved. */
export interface Compilation {
  readonly resolved: ResolvedModel;
  /** All pages as parsed, in path order, including pages whose flag is off. */
  readonly documents: readonly Document[];
  /** All navigation files as parsed, in path order. */
  readonly navigation: readonly Document[];
  /** All findings of all files, in display order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A compilation whose samples have been checked. */
export interface CheckedCompilation extends Compilation {
  /**
   * Number of samples without a parser, by label of their language, else by extension, in alphabetical order. They were
   * not checked.
   */
  readonly unparsed: Readonly<Record<string, number>>;
}
