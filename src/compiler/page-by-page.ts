// Decodes each page as soon as it is parsed, so that its parsed frontmatter is free at once: for all pages together, it
// takes 40 % of the memory of a compilation, and moving it while memory is freed takes time.

import { remember, replay, type Remembered } from './compile-memory.ts';
import { decodePage, languageIds } from './decode/index.ts';
import type { Report } from './diagnostics/index.ts';
import type { ContentSource, Document, Page } from './model/index.ts';
import { parseDataDocument, parseText } from './parse/index.ts';
import type { SourceFile } from './source/index.ts';

/** Recalls documents without their frontmatter, and the pages that were decoded from them. */
export class PageByPage {
  readonly #files: ReadonlySet<SourceFile>;
  readonly #languages: readonly string[];
  readonly #pages = new Map<Document, Remembered<Page>>();

  constructor({ pages, site, name, isUntrusted = false }: ContentSource) {
    const ignore = (): void => {};
    this.#files = new Set(pages);
    this.#languages = languageIds(site && parseDataDocument(site, ignore), name, isUntrusted);
  }

  /** Parses a file. A page is decoded too, and its document has no frontmatter. */
  document(file: SourceFile, report: Report, parse: (file: SourceFile, report: Report) => Document): Document {
    const parsed = parse(file, report);
    if (!this.#files.has(file)) return parsed;
    const page = remember((to) => decodePage(parsed, this.#languages, (each, node) => parseText(each, node, to), to));
    const { isPartial, body } = parsed;
    const document: Document = { file, isPartial, body };
    this.#pages.set(document, page);
    return document;
  }

  /** The page of a document; reports its findings. */
  page(document: Document, report: Report): Page {
    return replay(this.#pages.get(document)!, report);
  }
}
