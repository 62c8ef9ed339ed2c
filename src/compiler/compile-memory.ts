// What compilations of one content folder remember: each page parsed and decoded, with the findings of both, its
// resolved entities, and the findings of rules. A page is parsed again only if its text has changed. The memory changes
// no result, only the time that it takes.

import { CheckMemory } from './check/index.ts';
import { makeForgetful } from './forgetful-document.ts';
import type { Code, CodeArgs, Place, Report } from './diagnostics/index.ts';
import type { CollectedSample, Document, LanguageId, Page, Sample } from './model/index.ts';
import { EntityMemory } from './resolve/index.ts';
import type { SourceFile } from './source/index.ts';

/** A result, with the findings that its making reported. */
export interface Remembered<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

type Finding = (report: Report) => void;

interface RememberedPage {
  /** Ids of the languages that a page may have; they decide what can be read. */
  readonly languages: string;
  readonly page: Remembered<Page>;
}

/** Keep one for each content folder, and pass it to each compilation. Trees and pages in it are never changed. */
export class CompileMemory {
  readonly entities = new EntityMemory();
  readonly checks = new CheckMemory();
  #documents = new Map<string, Remembered<Document>>();
  #nextDocuments = new Map<string, Remembered<Document>>();
  readonly #pages = new WeakMap<Document, RememberedPage>();
  /** Makes documents forget what is not needed when their page is decoded. */
  readonly #forgetters = new WeakMap<Document, () => void>();
  readonly #samples = new WeakMap<Sample, Remembered<CollectedSample>>();

  /** The document of a file; parsed only if the last compilation had no such text at this path. */
  document(file: SourceFile, report: Report, parse: (file: SourceFile, report: Report) => Document): Document {
    const last = this.#known(file.path);
    const now = last?.value.file.text === file.text ? last : remember((to) => this.#parse(file, to, parse));
    this.#nextDocuments.set(file.path, now);
    return replay(now, report);
  }

  #parse(file: SourceFile, report: Report, parse: (file: SourceFile, report: Report) => Document): Document {
    const { document, forget } = makeForgetful(parse(file, report), () => parse(file, () => {}));
    this.#forgetters.set(document, forget);
    return document;
  }

  /** Whether a file with this text has been parsed. */
  hasDocument({ path, text }: SourceFile): boolean {
    return this.#known(path)?.value.file.text === text;
  }

  #known(path: string): Remembered<Document> | undefined {
    return this.#nextDocuments.get(path) ?? this.#documents.get(path);
  }

  /** Whether a sample has been read. */
  hasSample(sample: Sample): boolean {
    return this.#samples.has(sample);
  }

  /** The page of a document; decoded only if the last compilation did not. */
  page(
    document: Document,
    languages: readonly LanguageId[],
    report: Report,
    decode: (document: Document, report: Report) => Page,
  ): Page {
    const ids = languages.join(' ');
    const last = this.#pages.get(document);
    const page = last?.languages === ids ? last.page : remember((to) => decode(document, to));
    this.#pages.set(document, { languages: ids, page });
    this.#forgetters.get(document)?.();
    return replay(page, report);
  }

  /** A sample with its regions and marks; read only if the last compilations did not have this very object. */
  sample(sample: Sample, report: Report, read: (sample: Sample, report: Report) => CollectedSample): CollectedSample {
    const known = this.#samples.get(sample) ?? remember((to) => read(sample, to));
    this.#samples.set(sample, known);
    return replay(known, report);
  }

  /** Forgets files that the compilation did not ask for. Call it when the compilation has parsed all files. */
  forgetOthers(): void {
    this.#documents = this.#nextDocuments;
    this.#nextDocuments = new Map();
  }
}

/** Makes a result, and keeps the findings that it reports. */
export function remember<T>(make: (report: Report) => T): Remembered<T> {
  const findings: Finding[] = [];
  const value = make(<C extends Code>(code: C, place: Place, args: CodeArgs<C>) => {
    findings.push((report) => report(code, place, args));
  });
  return { value, findings };
}

/** A result; reports its findings. */
export function replay<T>({ value, findings }: Remembered<T>, report: Report): T {
  for (const finding of findings) finding(report);
  return value;
}
