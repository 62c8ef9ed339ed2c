// The view of a page and the source of its twins → Markdown: the same content in the same order, for programs. Needs no
// model, so threads can do it.

import type { PageView, TwinSettings, TwinSource, TwinWords } from '../../compiler/model/index.ts';
import { twinPaths } from '../html/index.ts';
import { fillSlots } from './fill-slots.ts';
import { writeFrontMatter } from './front-matter.ts';
import { link, plainWords } from './inline.ts';
import type { PageContext } from './page-context.ts';
import { splitTwin } from './split-twin.ts';
import { placeLinks, treeTop, TwinLinks } from './twin-places.ts';
import { writeEntity } from './write-entity.ts';
import { writeLists } from './write-lists.ts';
import { writeMissing } from './write-missing.ts';

/** Writes the twins of a site's pages. Create one per site. */
export class TwinWriter {
  readonly #settings: TwinSettings;
  readonly #links: TwinLinks;

  constructor(settings: TwinSettings) {
    this.#settings = settings;
    this.#links = new TwinLinks(settings);
  }

  /**
   * The twins of a page, by path from the top of the site. A long one has several parts.
   * @param source of the view
   */
  write(view: PageView, source: TwinSource, words: TwinWords): ReadonlyMap<string, string> {
    const { files, url } = this.#settings;
    const paths = twinPaths(view.address, files);
    if (paths.length === 0) return new Map();
    const text = this.#writePage(view, source, words);
    const { title, head } = view;
    return new Map(
      paths.flatMap((path) => {
        const placed = placeLinks(text, path, view.address.language, url);
        return splitTwin(path, placed, { title, canonical: head.canonical, url }, words);
      }),
    );
  }

  #writePage(view: PageView, source: TwinSource, words: TwinWords): string {
    const { title, hasList } = this.#settings;
    const { page } = source;
    const context = this.#contextOf(view, source, words);
    const facts = {
      title: view.title,
      description: view.head.description,
      canonical: view.head.canonical,
      language: view.language?.id,
      entities: page?.entities,
    };
    const blocks = [
      writeFrontMatter(facts),
      `# ${plainWords(view.title)}`,
      ...(hasList ? [link(plainWords(words.values.allPages(title)), `${treeTop}llms.txt`)] : []),
      ...(view.missing ? writeMissing(view.missing, context) : []),
      ...(view.isBodyBroken && !view.missing ? [`*${plainWords(words.brokenBody)}*`] : []),
      ...(page && view.hasBody ? [fillSlots(page.body, view, context)] : []),
      ...view.entities.flatMap((entity) => writeEntity(entity, [], context)),
      ...writeLists(view, context),
    ];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  }

  #contextOf(view: PageView, { texts, codes }: TwinSource, words: TwinWords): PageContext {
    return {
      words,
      language: view.language?.label ?? '',
      hrefOf: (href) => this.#links.inSite(href, view.address),
      textOf: (row) => texts.get(row)?.markdown ?? '',
      codeOf: (code) => codes.get(code),
    };
  }
}
