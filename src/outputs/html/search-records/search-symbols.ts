// An entity with its forms in all languages → one tree of symbols, each with its name in every language that has it.
// Fields of several languages with the same identity, which is also the anchor, are one symbol.

import type {
  EntityForm,
  LanguageId,
  ResolvedEntity,
  ResolvedItem,
  ResolvedList,
  SearchSymbol,
  SymbolKind,
  SymbolName,
} from '../../../compiler/model/index.ts';
import { verbOf, viewSignature } from '../entity/view-signature.ts';

interface Draft {
  readonly anchor: string;
  readonly kind: SymbolKind;
  readonly names: Map<LanguageId, SymbolName>;
  readonly children: Draft[];
}

/** The symbols of an entity; undefined if no language of the site has a form of it. */
export function listSymbols(entity: ResolvedEntity, languages: readonly LanguageId[]): SearchSymbol | undefined {
  let root: Draft | undefined;
  const known = new Map<string, Draft>();
  for (const language of languages) {
    const form = entity.forms.get(language);
    if (form === undefined) continue;
    root ??= { anchor: entity.id, kind: form.kind, names: new Map(), children: [] };
    root.names.set(language, nameOf(form));
    for (const list of form.lists) addItems(root, list.items, kindOf(list), language, known);
  }
  return root;
}

const kinds = { properties: 'property', parameters: 'parameter', returns: 'return' } as const;

function kindOf({ name }: ResolvedList): SymbolKind {
  return kinds[name];
}

function addItems(
  parent: Draft,
  items: readonly ResolvedItem[],
  kind: SymbolKind,
  language: LanguageId,
  known: Map<string, Draft>,
): void {
  for (const item of items) {
    // A row that refers to an entity is not a symbol: search finds the entity itself.
    const isNamed = item.anchor !== undefined && item.name !== undefined && item.display !== 'unwrap';
    const draft = isNamed && item.target === undefined ? draftOf(parent, item.anchor, kind, known) : undefined;
    draft?.names.set(language, { shown: item.name! });
    addItems(draft ?? parent, item.children, kind, language, known);
  }
}

function draftOf(parent: Draft, anchor: string, kind: SymbolKind, known: Map<string, Draft>): Draft {
  const found = known.get(anchor);
  if (found) return found;
  const draft: Draft = { anchor, kind, names: new Map(), children: [] };
  known.set(anchor, draft);
  parent.children.push(draft);
  return draft;
}

/** The signature without its keyword: `sso.get_connection()`. */
function nameOf(form: EntityForm): SymbolName {
  const parts = viewSignature(form).filter(({ kind }) => kind !== 'keyword');
  const shown = parts.map(({ text }) => text).join('');
  const key = form.entity.key.value;
  const verb = verbOf(form);
  return { shown, ...(key === shown ? {} : { key }), verb };
}
