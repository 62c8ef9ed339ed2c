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
} from '../model/index.ts';
import { identifyItems, type Identities } from './identity/index.ts';
import type { Descriptions } from './resolve-descriptions.ts';
import { resolveReference, type Referent } from './resolve-references.ts';
import { resolveType } from './resolve-types.ts';

/** The pseudo-language whose entities stand in where a language has no form of its own. */
const wireLanguage = 'json';

/** Resolves all entities of a page that have an id, in the order in which their ids first appear in the file. */
export function resolveEntities(
  model: ReferenceModel,
  page: Page,
  descriptions: Descriptions,
  report: Report,
): readonly ResolvedEntity[] {
  const byId = new Map<string, Map<LanguageId, Entity>>();
  for (const [language, entities] of page.entities) {
    for (const entity of entities) {
      if (entity.id === undefined) {
        resolveShared(model, page, entity, descriptions, report);
        continue;
      }
      const forms = byId.get(entity.id.value) ?? new Map<LanguageId, Entity>();
      byId.set(entity.id.value, forms);
      if (!forms.has(language)) forms.set(language, entity);
    }
  }
  return [...byId].map(([id, written]) => {
    const resolver = new EntityResolver(model, page, descriptions, report, id, written);
    return { id, page, forms: resolver.resolveForms() };
  });
}

/** A shared parameter shows only where it is referred to; its own text is checked here, once. */
function resolveShared(
  model: ReferenceModel,
  page: Page,
  entity: Entity,
  descriptions: Descriptions,
  report: Report,
): void {
  descriptions.resolve(entity.description);
  const forms = new Map([[entity.language, entity]]);
  if (entity.properties) new EntityResolver(model, page, descriptions, report, entity.key.value, forms).resolveForms();
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
    const lists: readonly ResolvedList[] = listsOf(entity).map(({ name, items }) => ({
      name,
      items: items.map((item) => this.#resolveItem(language, name, item, identities)),
    }));
    this.#descriptions.resolve(entity.description);
    return { source: language, entity, kind: isMethod(entity) ? 'method' : 'object', lists };
  }

  #resolveItem(language: LanguageId, list: ListName, item: Item, identities: Identities): ResolvedItem {
    const identity = identities.byItem.get(item)?.anchor;
    const resolved =
      item.kind === 'field'
        ? this.#resolveField(language, list, item, identities)
        : this.#resolveReferent(language, list, item);
    return { ...resolved, source: item, ...(identity === undefined ? {} : { identity }) };
  }

  #resolveField(
    language: LanguageId,
    list: ListName,
    item: FieldItem,
    identities: Identities | undefined,
  ): Omit<ResolvedItem, 'source'> {
    const deprecated = item.deprecated?.kind === 'markdown' ? item.deprecated.text : item.deprecated && true;
    return {
      name: item.key.value === 'anonymous' ? undefined : item.key.value,
      type: item.type && resolveType(this.#model, this.#page, language, item.type.value),
      description: this.#descriptions.resolve(item.description),
      isOptional: item.optional?.value ?? false,
      deprecated,
      since: item.since?.value,
      default: item.default?.value,
      title: item.title?.value,
      display: item.display,
      children: item.properties.map((child) =>
        identities
          ? this.#resolveItem(language, list, child, identities)
          : this.#resolveBorrowed(language, list, child),
      ),
    };
  }

  /** An item that stands on another entity and is shown here through a reference: it has no anchor of its own here. */
  #resolveBorrowed(language: LanguageId, list: ListName, item: Item): ResolvedItem {
    if (item.kind === 'field') return { ...this.#resolveField(language, list, item, undefined), source: item };
    if (!this.#referents.has(item))
      this.#referents.set(item, resolveReference(this.#model, this.#page, language, item, ignore));
    return { ...this.#resolveReferent(language, list, item), source: item };
  }

  #resolveReferent(language: LanguageId, list: ListName, item: ReferenceItem): Omit<ResolvedItem, 'source'> {
    const referent = this.#referents.get(item);
    if (referent === undefined)
      return { name: item.member ?? item.key, isOptional: false, display: 'folded', children: [] };
    if (referent.kind === 'member') return this.#resolveField(language, list, referent.item, undefined);
    const { entity, page } = referent.found;
    const target = entity.id && { route: page.route, id: entity.id.value };
    return {
      name: entity.key.value,
      type: entity.type && !target ? resolveType(this.#model, this.#page, language, entity.type.value) : undefined,
      description: this.#descriptions.resolve(entity.description) ?? (target && this.#findSelf(target.id)),
      // A shared parameter says whether a request needs it; of a response that holds it, it says nothing.
      isOptional: list !== 'returns' && (entity.optional?.value ?? false),
      deprecated: entity.deprecated?.kind === 'markdown' ? entity.deprecated.text : entity.deprecated && true,
      since: entity.since?.value,
      display: 'folded',
      children: target ? [] : (entity.properties ?? []).map((child) => this.#resolveBorrowed(language, list, child)),
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
