// A page's entities → one per id, with the form each language of the site shows and every item resolved (format.md 4).

import type { Report } from '../diagnostics/index.ts';
import type {
  Entity,
  EntityForm,
  FieldItem,
  Item,
  LanguageId,
  ListName,
  Page,
  ReferenceItem,
  ReferenceModel,
  ResolvedEntity,
  ResolvedItem,
  ResolvedList,
  ResolvedShared,
} from '../model/index.ts';
import { identifyItems, type Identities } from './identity/index.ts';
import { ReferenceWay } from './reference-way.ts';
import type { Descriptions } from './resolve-descriptions.ts';
import { resolveReference, type Referent } from './resolve-references.ts';
import { resolveType } from './resolve-types.ts';

/** The pseudo-language whose entities stand in where a language has no form of its own. */
const wireLanguage = 'json';

/** Resolves all entities of a page: those with an id in the order in which their ids first appear in the file. */
export function resolveEntities(
  model: ReferenceModel,
  page: Page,
  descriptions: Descriptions,
  report: Report,
): { readonly entities: readonly ResolvedEntity[]; readonly shared: readonly ResolvedShared[] } {
  const byId = new Map<string, Map<LanguageId, Entity>>();
  const shared: ResolvedShared[] = [];
  for (const [language, entities] of page.entities) {
    for (const entity of entities) {
      if (entity.id === undefined) {
        shared.push(resolveShared(model, page, entity, descriptions, report));
        continue;
      }
      const forms = byId.get(entity.id.value) ?? new Map<LanguageId, Entity>();
      byId.set(entity.id.value, forms);
      if (!forms.has(language)) forms.set(language, entity);
    }
  }
  const entities = [...byId].map(([id, written]) => {
    const resolver = new EntityResolver(model, page, descriptions, report, id, written);
    return { id, page, forms: resolver.resolveForms() };
  });
  return { entities, shared };
}

/** A shared parameter shows only where it is referred to; what is wrong in it is reported here, once. */
function resolveShared(
  model: ReferenceModel,
  page: Page,
  entity: Entity,
  descriptions: Descriptions,
  report: Report,
): ResolvedShared {
  const { language, key, properties, type } = entity;
  if (properties) {
    new EntityResolver(model, page, descriptions, report, key.value, new Map([[language, entity]])).resolveForms();
  }
  return {
    entity,
    type: type && resolveType(model, page, language, type.value),
    description: descriptions.resolve(entity.description),
    isOptional: entity.optional?.value ?? false,
    deprecated: deprecationOf(entity),
  };
}

/** Resolves the forms of one entity. References are resolved once per language as written, however often they show. */
class EntityResolver {
  readonly #model: ReferenceModel;
  readonly #page: Page;
  readonly #descriptions: Descriptions;
  readonly #report: Report;
  readonly #id: string;
  readonly #written: ReadonlyMap<LanguageId, Entity>;
  readonly #referents = new Map<ReferenceItem, Referent | undefined>();
  readonly #way: ReferenceWay;

  constructor(
    model: ReferenceModel,
    page: Page,
    descriptions: Descriptions,
    report: Report,
    id: string,
    written: ReadonlyMap<LanguageId, Entity>,
  ) {
    this.#model = model;
    this.#page = page;
    this.#descriptions = descriptions;
    this.#report = report;
    this.#id = id;
    this.#written = written;
    this.#way = new ReferenceWay(report);
  }

  resolveForms(): ReadonlyMap<LanguageId, EntityForm> {
    for (const [language, entity] of this.#written) {
      for (const { items } of listsOf(entity)) this.#resolveReferences(language, items);
    }
    const identities = this.#identify();
    const byLanguage = new Map<LanguageId, EntityForm>();
    for (const [language, entity] of this.#written)
      byLanguage.set(language, this.#resolveForm(language, entity, identities));
    const wire = byLanguage.get(wireLanguage);
    const forms = new Map<LanguageId, EntityForm>();
    for (const { id } of this.#model.site.languages) {
      const form = byLanguage.get(id) ?? wire;
      if (form) forms.set(id, form);
    }
    return forms;
  }

  #resolveReferences(language: LanguageId, items: readonly Item[]): void {
    for (const item of items) {
      if (item.kind === 'field') this.#resolveReferences(language, item.properties);
      else this.#referents.set(item, resolveReference(this.#model, this.#page, language, item, this.#report));
    }
  }

  #identify(): Identities {
    const { site } = this.#model;
    const languageOrder = [...site.languages.map(({ id }) => id), wireLanguage];
    const identities = identifyItems({
      entityId: this.#id,
      forms: [...this.#written].map(([language, entity]) => ({ language, lists: listsOf(entity) })),
      variants: site.variants,
      languageIds: new Set(languageOrder),
      languageOrder,
      describe: (item) => this.#describe(item),
    });
    for (const { item, name, given } of identities.clashes) {
      this.#report('identity-clash', item.kind === 'field' ? item.key : item, { name, given });
    }
    return identities;
  }

  /** What a reference is called and described by, for matching it across languages. */
  #describe(item: ReferenceItem): { key: string; path?: string } | undefined {
    const referent = this.#referents.get(item);
    if (referent === undefined) return undefined;
    const { key, description } = referent.kind === 'member' ? referent.item : referent.found.entity;
    if (description?.kind === 'placeholder') return { key: key.value, path: description.path };
    // A whole entity is described by its id where nothing else describes it, and so has that path.
    const id = referent.kind === 'entity' ? referent.found.entity.id?.value : undefined;
    const isDescribed = id !== undefined && description === undefined && this.#findSelf(id) !== undefined;
    return { key: key.value, ...(isDescribed ? { path: selfPath(id) } : {}) };
  }

  #resolveForm(language: LanguageId, entity: Entity, identities: Identities): EntityForm {
    this.#way.restart();
    const lists: readonly ResolvedList[] = listsOf(entity).map(({ name, items }) => ({
      name,
      items: items.map((item) => this.#resolveItem(language, name, item, identities)),
    }));
    return {
      source: language,
      entity,
      kind: isMethod(entity) ? 'method' : 'object',
      description: this.#descriptions.resolve(entity.description) ?? this.#descriptions.peek(selfPath(this.#id)),
      lists,
    };
  }

  #resolveItem(language: LanguageId, list: ListName, item: Item, identities: Identities): ResolvedItem {
    const resolved =
      item.kind === 'field'
        ? {
            ...this.#resolveField(this.#page, language, item),
            children: item.properties.map((child) => this.#resolveItem(language, list, child, identities)),
          }
        : this.#resolveReferent(language, list, item);
    return { ...resolved, source: item, ...identities.byItem.get(item) };
  }

  /** @param home the page that the item is written on: from there its type is read */
  #resolveField(home: Page, language: LanguageId, item: FieldItem): Omit<ResolvedItem, 'source' | 'children'> {
    return {
      name: item.key.value === 'anonymous' ? undefined : item.key.value,
      type: item.type && resolveType(this.#model, home, language, item.type.value),
      description: this.#descriptions.resolve(item.description),
      isOptional: item.optional?.value ?? false,
      deprecated: deprecationOf(item),
      since: item.since?.value,
      default: item.default?.value,
      title: item.title?.value,
      display: item.display,
    };
  }

  /** An item that stands on another entity and is shown here through a reference: it has no anchor of its own here. */
  #resolveBorrowed(home: Page, language: LanguageId, list: ListName, item: Item): ResolvedItem {
    this.#way.countRow();
    if (item.kind === 'field') {
      const children = item.properties.map((child) => this.#resolveBorrowed(home, language, list, child));
      return { ...this.#resolveField(home, language, item), children, source: item };
    }
    // What it means is asked from where it is written, and reported there.
    if (!this.#referents.has(item))
      this.#referents.set(item, resolveReference(this.#model, home, language, item, ignore));
    return { ...this.#resolveReferent(language, list, item), source: item };
  }

  #resolveReferent(language: LanguageId, list: ListName, item: ReferenceItem): Omit<ResolvedItem, 'source'> {
    const referent = this.#referents.get(item);
    if (referent === undefined)
      return { name: item.member ?? item.key, isOptional: false, display: 'folded', children: [] };
    const { entity, page: home } = referent.found;
    const borrow = (children: readonly Item[]): readonly ResolvedItem[] =>
      this.#way.enter(item, referent.kind === 'member' ? referent.item : entity, () =>
        children.map((child) => this.#resolveBorrowed(home, language, list, child)),
      );
    if (referent.kind === 'member') {
      const { item: member } = referent;
      return { ...this.#resolveField(home, language, member), children: borrow(member.properties) };
    }
    const target = entity.id && { route: home.route, id: entity.id.value };
    return {
      name: entity.key.value,
      type: entity.type && !target ? resolveType(this.#model, home, language, entity.type.value) : undefined,
      description: this.#descriptions.resolve(entity.description) ?? (target && this.#findSelf(target.id)),
      // A shared parameter says whether a request needs it; of a response that holds it, it says nothing.
      isOptional: list !== 'returns' && (entity.optional?.value ?? false),
      deprecated: deprecationOf(entity),
      since: entity.since?.value,
      display: 'folded',
      children: target ? [] : borrow(entity.properties ?? []),
      target,
    };
  }

  /** The text that an entity without one of its own has by its id (format.md 4). */
  #findSelf(id: string): ReturnType<Descriptions['find']> {
    return this.#descriptions.find(selfPath(id));
  }
}

function selfPath(id: string): string {
  return `${id.replaceAll('-', '_')}.self`;
}

function deprecationOf({ deprecated }: Entity | FieldItem): ResolvedItem['deprecated'] {
  return deprecated?.kind === 'markdown' ? deprecated.text : deprecated && true;
}

const ignore: Report = () => {};

function isMethod(entity: Entity): boolean {
  if (entity.parameters || entity.returns) return true;
  return entity.properties === undefined;
}

/** An entity's lists in reading order; `properties` of a method are further parameters. */
function listsOf(entity: Entity): readonly { readonly name: ListName; readonly items: readonly Item[] }[] {
  const { properties, parameters, returns } = entity;
  if (!isMethod(entity)) return properties ? [{ name: 'properties', items: properties }] : [];
  const all = [...(parameters ?? []), ...(properties ?? [])];
  return [
    ...(parameters || properties ? [{ name: 'parameters' as const, items: all }] : []),
    ...(returns ? [{ name: 'returns' as const, items: returns }] : []),
  ];
}
