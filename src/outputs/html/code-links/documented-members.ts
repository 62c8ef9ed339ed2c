// The members of documented values in one language: where each is documented, and the members of its own value.

import {
  typeText,
  type EntityForm,
  type EntityTarget,
  type LanguageId,
  type ListName,
  type ResolvedItem,
  type ResolvedModel,
  type TypeText,
} from '../../../compiler/model/index.ts';

/** A place in the reference. */
export interface CodeTarget {
  readonly route: string;
  readonly anchor: string;
}

/** Members of a value by name. */
export type Members = ReadonlyMap<string, Member>;

export interface Member {
  /** Absent if its row has no anchor. */
  readonly target: CodeTarget | undefined;
  /** Members of its value, if it is a single value. Found when asked for, since types refer to each other. */
  value(): Members | undefined;
  /** Members of its elements, if it is a list. */
  element(): Members | undefined;
}

/** Matches a type of a single value: a name, or a name in a wrapper such as `Promise` or `Optional`. */
const single =
  /^(?:(?:Promise|Task|ValueTask|Awaitable|Optional|Option|Maybe|CompletableFuture|Future)[<[])?[\w.\\:*&?]+[>\]]?\??$/;

/** Matches list types. */
const manyWrapper = /\[\]|\b(?:list|array|vec|set|sequence|iterable|ienumerable|collection|slice)\b/i;

/** Members of the entities of one language. Those of a value are listed once, when first asked for. */
export class DocumentedMembers {
  readonly #resolved: ResolvedModel;
  readonly #language: LanguageId;
  readonly #hasAnchor: (target: CodeTarget) => boolean;
  readonly #byEntity = new Map<string, Members | undefined>();
  /** By their items. Entity references show items of other pages, with the anchors of their own page. */
  readonly #byItems = new Map<readonly ResolvedItem[], { readonly route: string; readonly members: Members }>();

  /** @param hasAnchor whether the page that is linked to shows an anchor */
  constructor(resolved: ResolvedModel, language: LanguageId, hasAnchor: (target: CodeTarget) => boolean = () => true) {
    this.#resolved = resolved;
    this.#language = language;
    this.#hasAnchor = hasAnchor;
  }

  /** Members of a documented object; undefined if it has no form in the language. */
  ofEntity({ route, id }: EntityTarget): Members | undefined {
    const key = `${route} ${id}`;
    if (!this.#byEntity.has(key)) {
      const form = this.#resolved.pages
        .get(route)
        ?.entities.find((entity) => entity.id === id)
        ?.forms.get(this.#language);
      this.#byEntity.set(key, form?.kind === 'object' ? this.ofForm(form, route) : undefined);
    }
    return this.#byEntity.get(key);
  }

  /** Members of an object given by its form. */
  ofForm(form: EntityForm, route: string): Members {
    return this.ofItems(itemsOf(form, 'properties'), route);
  }

  /** A method's arguments, including those inside an options object. */
  argumentsOf(form: EntityForm, route: string): Members {
    return this.ofItems(itemsOf(form, 'parameters'), route);
  }

  /** Members of a method's result, if it is a single value. An error returned beside it is ignored. */
  resultOf(form: EntityForm, route: string): Members | undefined {
    const [first, ...rest] = itemsOf(form, 'returns');
    if (first === undefined || !rest.every(({ name }) => /^err(?:or)?$/i.test(name ?? ''))) return undefined;
    if (first.target) return this.ofEntity(first.target);
    // A single named field may be the value itself or a part of it.
    if (first.name !== undefined && first.display === 'folded') return undefined;
    return first.children.length > 0 ? this.ofItems(first.children, route) : this.ofType(first.type, 'value');
  }

  /** Items as members. A name that occurs twice is ambiguous and left out. */
  ofItems(items: readonly ResolvedItem[], route: string): Members {
    const known = this.#byItems.get(items);
    if (known?.route === route) return known.members;
    const members = this.#list(items, route);
    this.#byItems.set(items, { route, members });
    return members;
  }

  #list(items: readonly ResolvedItem[], route: string): Members {
    const members = new Map<string, Member>();
    const repeated = new Set<string>();
    const add = (item: ResolvedItem): void => {
      if (item.display === 'unwrap') {
        item.children.forEach(add);
        return;
      }
      const name = /^[:@]*(\$?\w+)(?:\(\))?$/.exec(item.name ?? '')?.[1];
      if (name === undefined) return;
      if (members.has(name)) repeated.add(name);
      else members.set(name, new ItemMember(item, route, this));
    };
    items.forEach(add);
    for (const name of repeated) members.delete(name);
    return members;
  }

  /** Members of the value or of the elements of a type; undefined if the type has none, or if they are uncertain. */
  ofType(type: TypeText | undefined, part: TypeMembers['holds']): Members | undefined {
    const { target, holds } = readType(type);
    return target && holds === part ? this.ofEntity(target) : undefined;
  }

  /** The place of a row; undefined if the page that is linked to does not show it. */
  targetOf(route: string, anchor: string | undefined): CodeTarget | undefined {
    const target = anchor === undefined ? undefined : { route, anchor };
    return target && this.#hasAnchor(target) ? target : undefined;
  }
}

function itemsOf({ lists }: EntityForm, list: ListName): readonly ResolvedItem[] {
  return lists.find(({ name }) => name === list)?.items ?? noItems;
}

const noItems: readonly ResolvedItem[] = [];

/** A row as a member. Most members of a site are never read, so what they lead to is found when it is asked for. */
class ItemMember implements Member {
  readonly #item: ResolvedItem;
  readonly #route: string;
  readonly #documented: DocumentedMembers;

  constructor(item: ResolvedItem, route: string, documented: DocumentedMembers) {
    this.#item = item;
    this.#route = route;
    this.#documented = documented;
  }

  get target(): CodeTarget | undefined {
    return this.#documented.targetOf(this.#route, this.#item.anchor);
  }

  value(): Members | undefined {
    const { target } = this.#item;
    return target ? this.#documented.ofEntity(target) : this.#inside('value');
  }

  element(): Members | undefined {
    return this.#item.target ? undefined : this.#inside('element');
  }

  #inside(part: 'value' | 'element'): Members | undefined {
    const { type, children } = this.#item;
    if (children.length === 0) return this.#documented.ofType(type, part);
    if (isList(type) !== (part === 'element')) return undefined;
    return this.#documented.ofItems(children, this.#route);
  }
}

/** What a type tells of the members of its values. */
interface TypeMembers {
  /** The only documented object that it names. */
  readonly target?: EntityTarget | undefined;
  /** Whether a value is this object or has such objects as elements; absent if it is neither, or if it is uncertain. */
  readonly holds?: 'value' | 'element' | undefined;
}

function readType(type: TypeText | undefined): TypeMembers {
  const [target, ...more] = (type ?? []).flatMap((span) => span.target ?? []);
  if (target === undefined || more.length > 0) return {};
  return { target, holds: single.test(typeText(type)) ? 'value' : isList(type) ? 'element' : undefined };
}

function isList(type: TypeText | undefined): boolean {
  return manyWrapper.test(typeText(type));
}

/** Describes what links read of an item, without its children: equal texts lead to equal links. */
export function describeItem({ name, anchor, display, type, target, children }: ResolvedItem): string {
  const value = target ?? (children.length > 0 ? isList(type) : readType(type));
  return JSON.stringify([name, anchor, display, value]);
}
