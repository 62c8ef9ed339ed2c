// What a page with tables shows, independent of the generator.

import type { LanguageId } from '../language-forms.ts';

/** A page of an entity, or of the shared parameters. */
export interface PageFacts {
  readonly title: string;
  readonly summary: string;
  readonly route: string;
  /** Markdown of the body. */
  readonly prose: string;
  /** Markdown of every description that the rows name, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly forms: readonly FormFacts[];
  /** Folder and stem of the samples; absent for pages without samples. */
  readonly samples?: { readonly topic: string; readonly stem: string };
}

/** A page's tables in one language. */
export interface FormFacts {
  readonly language: LanguageId;
  readonly title: string;
  /** The HTTP verb of a curl method. */
  readonly verb?: string;
  /** Path of the entity's own text in `texts`. */
  readonly text?: string;
  readonly lists: readonly { readonly heading: string; readonly rows: readonly Row[] }[];
}

export interface Row {
  readonly name: string;
  readonly type?: string;
  readonly optional?: true;
  /** Path of its text in `texts`. */
  readonly text?: string;
  /** Address of the object that the row stands for. */
  readonly url?: string;
  readonly rows?: readonly Row[];
}
