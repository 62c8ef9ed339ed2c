// An entity's list as written → its rows: every entity reference is replaced by its target, at any depth.
// Rows have no texts yet: identity is decided on the whole entity first.

import type { Report } from '../diagnostics/index.ts';
import type {
  CollectedEntity,
  FieldItem,
  Item,
  LanguageId,
  Page,
  EntityReference,
  ContentModel,
} from '../model/index.ts';
import type { IdentityItem } from './identity/index.ts';
import type { EntityReferenceWay } from './entity-reference-way.ts';
import { resolveEntityReference, type Referent } from './resolve-entity-reference.ts';

/** A row in its place in an entity's list. */
export interface PlacedItem extends IdentityItem {
  /** What is written: on the entity's page, or where an entity reference leads. */
  readonly source: Item;
  /** The page that the row's texts and types are written on: what they name is looked for from there. */
  readonly home: Page;
  /** The item itself, or the member that an entity reference stands for. */
  readonly field?: FieldItem;
  /** The entity that an entity reference stands for as a whole. */
  readonly entity?: CollectedEntity;
  readonly children: readonly PlacedItem[];
}

/** What the path of a description is for matching: that of the item, or of the entity it stands for. */
export type PathOf = (referent: { readonly found: CollectedEntity }) => string | undefined;

/** Places the items of one entity. Entity references are resolved once per entity, however often they show. */
export class ItemPlacer {
  readonly #model: ContentModel;
  readonly #page: Page;
  readonly #way: EntityReferenceWay;
  readonly #pathOf: PathOf;
  readonly #report: Report;
  readonly #referents = new Map<EntityReference, Referent | undefined>();

  /** @param page the page of the entity: what is wrong in an entity reference is reported on the page that it is written on */
  constructor(model: ContentModel, page: Page, way: EntityReferenceWay, pathOf: PathOf, report: Report) {
    this.#model = model;
    this.#page = page;
    this.#way = way;
    this.#pathOf = pathOf;
    this.#report = report;
  }

  place(language: LanguageId, items: readonly Item[]): readonly PlacedItem[] {
    return items.map((item) => this.#place(language, item, this.#page));
  }

  /** @param from the entity reference on the entity's page that brings the item; absent for the page's own items */
  #place(language: LanguageId, item: Item, home: Page, from?: EntityReference): PlacedItem {
    if (from) this.#way.countRow();
    if (item.kind === 'entity-reference') return this.#placeReference(language, item, home, from);
    const place = from ?? item.key;
    const children = item.properties.map((child) => this.#place(language, child, home, from));
    return { ...describeField(item), source: item, home, field: item, children, place, isReference: false };
  }

  #placeReference(language: LanguageId, item: EntityReference, home: Page, from = item): PlacedItem {
    const row = { source: item, place: from, isReference: true };
    const referent = this.#resolve(language, item, home);
    if (referent === undefined) return { ...row, key: item.member ?? item.key, display: 'folded', home, children: [] };
    const { found } = referent;
    const open = (target: FieldItem | CollectedEntity['entity'], inside: readonly Item[]): readonly PlacedItem[] =>
      this.#way.enter(item, target, () => inside.map((child) => this.#place(language, child, found.page, from)));
    if (referent.kind === 'member') {
      const { item: field } = referent;
      const children = open(field, field.properties);
      return { ...row, ...describeField(field), home: found.page, field, children };
    }
    const { entity } = found;
    // What an entity with an id holds stands on its own page.
    const children = entity.id ? [] : open(entity, entity.properties ?? []);
    const path = this.#pathOf(referent);
    return { ...row, key: entity.key.value, path, display: 'folded', home: found.page, entity: found, children };
  }

  #resolve(language: LanguageId, item: EntityReference, home: Page): Referent | undefined {
    if (!this.#referents.has(item)) {
      const report = home === this.#page ? this.#report : ignore;
      this.#referents.set(item, resolveEntityReference(this.#model, home, language, item, report));
    }
    return this.#referents.get(item);
  }
}

function describeField({ key, description, display }: FieldItem): Pick<PlacedItem, 'key' | 'path' | 'display'> {
  const path = description?.kind === 'placeholder' ? description.path : undefined;
  return { key: key.value, path, display };
}

const ignore: Report = () => {};
