// The entities of a page → one per id, with the form that each language of the site shows, and all items resolved
// (format.md 4.1).

import type { Report } from '../diagnostics/index.ts';
import { wireLanguage } from '../languages/index.ts';
import type {
  CollectedEntity,
  Entity,
  EntityForm,
  FieldItem,
  Item,
  LanguageId,
  ListName,
  Page,
  ContentModel,
  ResolvedEntity,
  ResolvedItem,
  ResolvedShared,
} from '../model/index.ts';
import { builtInOrder, identifyItems, type Identities } from './identity/index.ts';
import { ItemPlacer, type PlacedItem } from './place-items.ts';
import { EntityReferenceStack } from './entity-reference-stack.ts';
import type { Descriptions } from './resolve-descriptions.ts';
import type { ResolveType } from './resolve-types.ts';

/** What all entities of a site need. */
export interface EntityContext {
  readonly model: ContentModel;
  readonly descriptions: Descriptions;
  readonly resolveType: ResolveType;
  readonly report: Report;
}

/** The entities of a page: those with an id, and shared parameters. */
export interface PageEntities {
  readonly entities: readonly ResolvedEntity[];
  readonly shared: readonly ResolvedShared[];
}

/**
 * Resolves all entities of a page. Entities are ordered by the languages of the site and then by their order in the
 * file. The order of languages in the file does not matter.
 */
export function resolveEntities(context: EntityContext, page: Page): PageEntities {
  const byId = new Map<string, Map<LanguageId, Entity>>();
  const shared: ResolvedShared[] = [];
  for (const language of [...context.model.site.languages.map(({ id }) => id), wireLanguage]) {
    for (const entity of page.entities.get(language) ?? []) {
      if (entity.id === undefined) {
        shared.push(resolveShared(context, page, entity));
        continue;
      }
      const forms = byId.get(entity.id.value) ?? new Map<LanguageId, Entity>();
      byId.set(entity.id.value, forms);
      if (!forms.has(language)) forms.set(language, entity);
    }
  }
  const entities = [...byId].map(([id, written]) => {
    const resolver = new EntityResolver(context, page, id, written);
    return { id, page, forms: resolver.resolveForms() };
  });
  return { entities, shared };
}

/** Resolves a shared parameter, so that its mistakes are reported once. Pages show it only where they refer to it. */
function resolveShared(context: EntityContext, page: Page, entity: Entity): ResolvedShared {
  const { language, key, properties, type } = entity;
  if (properties) {
    new EntityResolver(context, page, key.value, new Map([[language, entity]])).resolveForms();
  }
  return {
    entity,
    type: type && context.resolveType(page, language, type.value),
    description: context.descriptions.resolve(entity.description),
    isOptional: entity.optional?.value ?? false,
    deprecated: deprecationOf(entity),
  };
}

/**
 * Resolves the forms of one entity: it creates the rows, identifies them across all languages, and adds their content.
 */
class EntityResolver {
  readonly #model: ContentModel;
  readonly #descriptions: Descriptions;
  readonly #resolveType: ResolveType;
  readonly #report: Report;
  readonly #id: string;
  readonly #written: ReadonlyMap<LanguageId, Entity>;
  readonly #references: EntityReferenceStack;
  readonly #placer: ItemPlacer;

  constructor(
    { model, descriptions, resolveType, report }: EntityContext,
    page: Page,
    id: string,
    written: ReadonlyMap<LanguageId, Entity>,
  ) {
    this.#model = model;
    this.#descriptions = descriptions;
    this.#resolveType = resolveType;
    this.#report = report;
    this.#id = id;
    this.#written = written;
    this.#references = new EntityReferenceStack(report);
    this.#placer = new ItemPlacer(model, page, this.#references, (referent) => this.#pathOf(referent), report);
  }

  resolveForms(): ReadonlyMap<LanguageId, EntityForm> {
    const placed = [...this.#written].map(([language, entity]) => ({
      language,
      entity,
      lists: this.#place(language, entity),
    }));
    const identities = this.#identify(placed);
    const byLanguage = new Map(placed.map((form) => [form.language, this.#resolveForm(form, identities)] as const));
    const wire = byLanguage.get(wireLanguage);
    const forms = new Map<LanguageId, EntityForm>();
    for (const { id } of this.#model.site.languages) {
      const form = byLanguage.get(id) ?? wire;
      if (form) forms.set(id, form);
    }
    return forms;
  }

  #place(language: LanguageId, entity: Entity): readonly PlacedList[] {
    this.#references.restart();
    return listsOf(entity).map(({ name, items }) => ({ name, items: this.#placer.place(language, items) }));
  }

  #identify(forms: readonly PlacedForm[]): Identities {
    const { site } = this.#model;
    const languageOrder = site.languages.map(({ id }) => id);
    const identities = identifyItems({
      entityId: this.#id,
      forms,
      variants: site.variants,
      languageIds: new Set([...builtInOrder, ...languageOrder]),
      languageOrder,
    });
    for (const { item, name, given } of identities.clashes) this.#report('identity-clash', item.place, { name, given });
    return identities;
  }

  /** The description path of an entity. Without a description, it is the path for its id, if that path has a text. */
  #pathOf({ found: { entity } }: { readonly found: CollectedEntity }): string | undefined {
    const { id, description } = entity;
    if (description !== undefined) return description.kind === 'placeholder' ? description.path : undefined;
    return id !== undefined && this.#descriptions.find(selfPath(id.value)) !== undefined
      ? selfPath(id.value)
      : undefined;
  }

  #resolveForm({ language, entity, lists }: PlacedForm, identities: Identities): EntityForm {
    return {
      source: language,
      entity,
      kind: isMethod(entity) ? 'method' : 'object',
      description: this.#descriptions.resolve(entity.description) ?? this.#descriptions.find(selfPath(this.#id)),
      lists: lists.map(({ name, items }) => ({
        name,
        items: items.map((item) => this.#resolveItem(language, name, item, identities)),
      })),
    };
  }

  #resolveItem(language: LanguageId, list: ListName, item: PlacedItem, identities: Identities): ResolvedItem {
    const content = this.#contentOf(language, list, item);
    // Keys that are added to a spread object take 250 bytes, and a site has many items.
    return {
      source: item.source,
      name: content.name,
      type: content.type,
      description: content.description,
      isOptional: content.isOptional,
      deprecated: content.deprecated,
      since: content.since,
      default: content.default,
      title: content.title,
      display: content.display,
      children:
        item.children.length === 0
          ? noItems
          : item.children.map((child) => this.#resolveItem(language, list, child, identities)),
      target: content.target,
      ...(content.isUnresolved && { isUnresolved: true }),
      ...identities.byItem.get(item),
    };
  }

  #contentOf(language: LanguageId, list: ListName, item: PlacedItem): RowContent {
    if (item.field) return this.#fieldContent(item.home, language, item.field);
    if (item.entity) return this.#entityContent(item.home, language, list, item.entity.entity);
    return unresolvedContent(item.key);
  }

  #fieldContent(home: Page, language: LanguageId, item: FieldItem): RowContent {
    return {
      name: item.key.value === 'anonymous' ? undefined : item.key.value,
      type: item.type && this.#resolveType(home, language, item.type.value),
      description: this.#descriptions.resolve(item.description),
      isOptional: item.optional?.value ?? false,
      deprecated: deprecationOf(item),
      since: item.since?.value,
      default: item.default?.value,
      title: item.title?.value,
      display: item.display,
      target: undefined,
    };
  }

  /** The content of the row of `(Entity)`, from the entity or shared parameter. */
  #entityContent(home: Page, language: LanguageId, list: ListName, entity: Entity): RowContent {
    const target = entity.id && { route: home.route, id: entity.id.value };
    const self = target && this.#descriptions.find(selfPath(target.id));
    return {
      name: entity.key.value,
      type: entity.type && !target ? this.#resolveType(home, language, entity.type.value) : undefined,
      description: this.#descriptions.resolve(entity.description) ?? self,
      // `optional` of a shared parameter is about requests. It does not apply to a response.
      isOptional: list !== 'returns' && (entity.optional?.value ?? false),
      deprecated: deprecationOf(entity),
      since: entity.since?.value,
      default: entity.default?.value,
      title: undefined,
      display: 'folded',
      target,
    };
  }
}

const noItems: readonly ResolvedItem[] = [];

/** The content of a row, without its children and identity. */
type RowContent = Omit<ResolvedItem, 'source' | 'children' | 'identity' | 'anchor' | 'isPlumbing'>;

/** The content of the row of a reference without a target: its name alone. */
function unresolvedContent(name: string | undefined): RowContent {
  return {
    name,
    isUnresolved: true,
    type: undefined,
    description: undefined,
    isOptional: false,
    deprecated: undefined,
    since: undefined,
    default: undefined,
    title: undefined,
    display: 'folded',
    target: undefined,
  };
}

interface PlacedList {
  readonly name: ListName;
  readonly items: readonly PlacedItem[];
}

interface PlacedForm {
  readonly language: LanguageId;
  readonly entity: Entity;
  readonly lists: readonly PlacedList[];
}

/** The path of the text for an entity without a description (format.md 4.2). */
function selfPath(id: string): string {
  return `${id.replaceAll('-', '_')}.self`;
}

function deprecationOf({ deprecated }: Entity | FieldItem): ResolvedItem['deprecated'] {
  return deprecated?.kind === 'markdown' ? deprecated.text : deprecated && true;
}

function isMethod(entity: Entity): boolean {
  if (entity.parameters || entity.returns) return true;
  return entity.properties === undefined;
}

/** The lists of an entity in the order of the page. `properties` of a method are further parameters. */
function listsOf(entity: Entity): readonly { readonly name: ListName; readonly items: readonly Item[] }[] {
  const { properties, parameters, returns } = entity;
  if (!isMethod(entity)) return properties ? [{ name: 'properties', items: properties }] : [];
  const all = [...(parameters ?? []), ...(properties ?? [])];
  return [
    ...(parameters || properties ? [{ name: 'parameters' as const, items: all }] : []),
    ...(returns ? [{ name: 'returns' as const, items: returns }] : []),
  ];
}
