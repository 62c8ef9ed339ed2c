// Places of changes → links that lead somewhere in the newest version. A place that is gone has no link.

import type { ChangePlace } from '../diff/index.ts';
import type { Reference, ReferenceForm, ReferenceItem } from '../export/index.ts';

/** A link to a place of the newest version. */
export interface PlaceLink {
  readonly title: string;
  readonly route: string;
  readonly anchor?: string | undefined;
}

/** The pages, entities and rows that links can lead to. */
export class LinkTargets {
  readonly #pages: ReadonlyMap<string, Reference['pages'][number]>;

  /** @param newest the content that is published with the changelog */
  constructor(newest: Reference) {
    this.#pages = new Map(newest.pages.map((page) => [page.route, page]));
  }

  /**
   * @param language the row must exist in this language; undefined for any
   * @returns the row, else its entity, else its page; undefined if the page is gone
   */
  find({ page: { head }, entity, field }: ChangePlace, language: string | undefined): PlaceLink | undefined {
    const page = head === undefined ? undefined : this.#pages.get(head);
    if (page === undefined) return undefined;
    if (page.languages !== undefined && language !== undefined && !page.languages.includes(language)) return undefined;
    const link = { title: page.title, route: page.route };
    const forms = page.entities.find(({ id }) => id === entity)?.forms ?? {};
    const shown = language === undefined ? Object.values(forms) : [forms[language]];
    const form = shown.find((each) => each !== undefined);
    if (form === undefined) return link;
    const anchor = shown.map((each) => each && anchorOf(each, field)).find((each) => each !== undefined);
    return { ...link, anchor: anchor ?? entity };
  }
}

function anchorOf({ properties, parameters, returns }: ReferenceForm, field: string | undefined): string | undefined {
  if (field === undefined) return undefined;
  const find = (items: readonly ReferenceItem[] | undefined): string | undefined => {
    for (const item of items ?? []) {
      const found = item.identity === field ? item.anchor : find(item.items);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(properties) ?? find(parameters) ?? find(returns);
}
