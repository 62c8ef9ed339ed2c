// A resolved entity in one language → its signature and tables.

import {
  withInnerRows,
  type EntityForm,
  type EntityView,
  type Language,
  type LanguageLinkView,
  type ListView,
  type MarkdownText,
  type ResolvedEntity,
  type ResolvedItem,
  type ResolvedList,
  type RowView,
  type TypeSpanView,
} from '../../../compiler/model/index.ts';
import { trimEndWhere } from '../../../compiler/text/index.ts';
import { hrefTo } from '../addresses.ts';
import { viewAbsent, type Fields } from './view-absent.ts';
import { viewSignature, verbOf } from './view-signature.ts';
import type { ViewSources } from '../view-sources.ts';

/** Renders an entity's text as HTML. The page caches the results for its other languages. */
export type RenderText = (text: MarkdownText) => string;

/** The settings of the page and site that an entity's view uses. */
export interface EntityOptions {
  readonly render: RenderText;
  /** Whether required items come before optional ones; else items keep the author's order. */
  readonly isRequiredFirst: boolean;
  /** The site's languages, in their order. */
  readonly languages: readonly Language[];
  /** The page in another language. */
  readonly linkTo: (language: Language) => LanguageLinkView;
  /** Gets the texts of the views. */
  readonly sources: ViewSources;
  /** Keeps the fields of entities. */
  readonly fields: Map<ResolvedEntity, Fields>;
}

/** The view of an entity in a language; undefined if it has no form there. */
export function viewEntity(entity: ResolvedEntity, language: Language, options: EntityOptions): EntityView | undefined {
  const form = entity.forms.get(language.id);
  if (form === undefined) return undefined;
  const { entity: written } = form;
  const rows = new RowMaker(entity.page.route, options);
  const verb = verbOf(form);
  const all = form.lists.map((list) => viewList(entity, form, list, rows));
  // An empty table has no heading.
  const lists = all.filter((list) => list.rows.length > 0);
  return {
    anchor: entity.id,
    kind: form.kind,
    verb,
    signature: viewSignature(form),
    package: form.source === language.id ? language.package : undefined,
    deprecated: rows.deprecated(
      written.deprecated?.kind === 'markdown' ? written.deprecated.text : written.deprecated && true,
    ),
    since: written.since?.value,
    sendsEmail: written.sendsEmail,
    lists,
    absent: viewAbsent(entity, language.id, lists, options),
  };
}

function viewList(entity: ResolvedEntity, form: EntityForm, list: ResolvedList, rows: RowMaker): ListView {
  const made = rows.rows(list.items);
  // If the wrapper is unwrapped, no row has the list's anchor: put it on the list.
  const anchor = `${entity.id}.${list.name}`;
  const isTaken = form.kind === 'object' || withInnerRows(made).some((row) => row.anchor === anchor);
  return { name: list.name, headingId: `-${entity.id}-${list.name}`, anchor: isTaken ? undefined : anchor, rows: made };
}

class RowMaker {
  readonly #route: string;
  readonly #render: RenderText;
  readonly #isRequiredFirst: boolean;
  readonly #sources: ViewSources;

  constructor(route: string, { render, isRequiredFirst, sources }: EntityOptions) {
    this.#route = route;
    this.#render = render;
    this.#isRequiredFirst = isRequiredFirst;
    this.#sources = sources;
  }

  /** Rows of items. The children of an unwrapped container replace it. */
  rows(items: readonly ResolvedItem[]): readonly RowView[] {
    const rows = items.flatMap((item) => (item.display === 'unwrap' ? this.rows(item.children) : [this.#row(item)]));
    return this.#isRequiredFirst ? rows.toSorted((a, b) => Number(a.isOptional) - Number(b.isOptional)) : rows;
  }

  deprecated(deprecated: true | MarkdownText | undefined): RowView['deprecated'] {
    if (deprecated === undefined) return undefined;
    if (deprecated === true) return {};
    const view = { html: this.#render(deprecated) };
    this.#sources.texts.set(view, deprecated);
    return view;
  }

  #row(item: ResolvedItem): RowView {
    const row: RowView = {
      anchor: item.anchor,
      name: item.name,
      nameHref: item.target && hrefTo(this.#route, item.target.route, item.target.id),
      type: this.#type(item),
      isOptional: item.isOptional,
      deprecated: this.deprecated(item.deprecated),
      since: item.since,
      default: item.default,
      title: item.title,
      html: item.description ? this.#render(item.description) : '',
      children: this.rows(item.children),
      isOpen: item.display === 'expanded',
      childrenOf: childrenOf(item),
    };
    if (item.description) this.#sources.texts.set(row, item.description);
    return row;
  }

  #type(item: ResolvedItem): readonly TypeSpanView[] {
    return (item.type ?? []).map(({ text, target }) =>
      target ? { text, href: hrefTo(this.#route, target.route, target.id) } : { text },
    );
  }
}

/** Name of the children's type: the documented type, or another named type. */
function childrenOf(item: ResolvedItem): string | undefined {
  if (item.children.length === 0 || item.type === undefined) return undefined;
  const documented = item.type.find(({ target }) => target !== undefined);
  if (documented) return documented.text;
  const inner = item.type
    .map(({ text }) => text)
    .join('')
    .replace(/^(?:\w+[<[]|\[\]|\*)+/, '');
  const name = trimEndWhere(inner, (code) => '[]>'.includes(String.fromCharCode(code)));
  return /^[A-Z][\w.\\:]*$/.test(name) && !plainTypes.has(name) ? name : undefined;
}

/** Built-in types, which do not name the owner of properties. */
const plainTypes = new Set([
  'Array',
  'Boolean',
  'Dictionary',
  'Hash',
  'Integer',
  'List',
  'Map',
  'Object',
  'String',
  'Struct',
]);
