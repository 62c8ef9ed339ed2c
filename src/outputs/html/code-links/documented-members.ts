// The members of documented values in one language: where each is documented, and the members of its own value.

import {
  typeText,
  type EntityForm,
  type EntityTarget,
  type LanguageId,
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
  readonly target?: CodeTarget;
  /** Members of its value, if it is a single value. Computed on demand, since types refer to each other. */
  readonly value: () => Members | undefined;
  /** Members of its elements, if it is a list. */
  readonly element: () => Members | undefined;
}

const nothing = (): undefined => undefined;

/** Matches a type of a single value: a name, or a name in a wrapper such as `Promise` or `Optional`. */
const single =
  /^(?:(?:Promise|Task|ValueTask|Awaitable|Optional|Option|Maybe|CompletableFuture|Future)[<[])?[\w.\\:*&?]+[>\]]?\??$/;

/** Matches list types. */
const manyWrapper = /\[\]|\b(?:list|array|vec|set|sequence|iterable|ienumerable|collection|slice)\b/i;

/** Members of the entities of one language. */
export class DocumentedMembers {
  readonly #resolved: ResolvedModel;
  readonly #language: LanguageId;
  readonly #hasAnchor: (target: CodeTarget) => boolean;
  readonly #byEntity = new Map<string, Members | undefined>();

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
    return this.ofItems(form.lists.find(({ name }) => name === 'properties')?.items ?? [], route);
  }

  /** A method's arguments, including those inside an options object. */
  argumentsOf(form: EntityForm, route: string): Members {
    const items = form.lists.find(({ name }) => name === 'parameters')?.items ?? [];
    return this.ofItems(items, route);
  }

  /** Members of a method's result, if it is a single value. An error returned beside it is ignored. */
  resultOf(form: EntityForm, route: string): Members | undefined {
    const [first, ...rest] = form.lists.find(({ name }) => name === 'returns')?.items ?? [];
    if (first === undefined || !rest.every(({ name }) => /^err(?:or)?$/i.test(name ?? ''))) return undefined;
    if (first.target) return this.ofEntity(first.target);
    // A single named field may be the value itself or a part of it.
    if (first.name !== undefined && first.display === 'folded') return undefined;
    return first.children.length > 0 ? this.ofItems(first.children, route) : this.#typed(first.type)?.value;
  }

  /** Items as members. A name that occurs twice is ambiguous and left out. */
  ofItems(items: readonly ResolvedItem[], route: string): Members {
    const members = new Map<string, Member | undefined>();
    const add = (item: ResolvedItem): void => {
      if (item.display === 'unwrap') {
        item.children.forEach(add);
        return;
      }
      const name = /^[:@]*(\$?\w+)(?:\(\))?$/.exec(item.name ?? '')?.[1];
      if (name !== undefined) members.set(name, members.has(name) ? undefined : this.#member(item, route));
    };
    items.forEach(add);
    return new Map([...members].flatMap(([name, member]) => (member ? [[name, member] as const] : [])));
  }

  #member(item: ResolvedItem, route: string): Member {
    const target = item.anchor === undefined ? undefined : { route, anchor: item.anchor };
    const shown = target && this.#hasAnchor(target) ? { target } : {};
    if (item.target) return { ...shown, value: () => this.ofEntity(item.target!), element: nothing };
    if (item.children.length === 0) {
      return { ...shown, value: () => this.#typed(item.type)?.value, element: () => this.#typed(item.type)?.element };
    }
    const isMany = isList(item.type);
    const members = (): Members => this.ofItems(item.children, route);
    return { ...shown, value: isMany ? nothing : members, element: isMany ? members : nothing };
  }

  /** Members of a type's value or elements, if the type names exactly one documented object. */
  #typed(type: TypeText | undefined): { readonly value?: Members; readonly element?: Members } | undefined {
    const { target, holds } = readType(type);
    const members = target && holds && this.ofEntity(target);
    return members && { [holds]: members };
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
