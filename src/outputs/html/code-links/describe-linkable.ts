// Some pages → everything of them that the links in samples of any page may depend on.

import {
  rowsOf,
  typeText,
  type EntityForm,
  type ResolvedItem,
  type ResolvedModel,
} from '../../../compiler/model/index.ts';
import { collectPaths } from './curl-links.ts';
import { describeItem } from './documented-members.ts';
import { packageWordsIn } from './documented-names.ts';

/** Describes what links may depend on. Equal texts before and after an edit of the pages mean equal links elsewhere. */
export function describeLinkable(resolved: ResolvedModel, routes: readonly string[]): string {
  const pages = new Map(routes.map((route) => [route, resolved.pages.get(route)!]));
  const own: ResolvedModel = { ...resolved, pages };
  const words = resolved.site.languages.map((language) => [...packageWordsIn(own, language)].sort());
  const entities = [...pages.values()].flatMap(({ route, entities: all }) => {
    const languagesOf = shownLanguages(all.map(({ forms }) => forms));
    return all.map(({ id, forms }) => [
      route,
      id,
      [...forms].map(([language, form]) => [language, describeForm(form, languagesOf)]),
    ]);
  });
  return JSON.stringify([words, collectPaths(own), entities]);
}

function describeForm({ source, kind, entity, lists }: EntityForm, languagesOf: ReadonlyMap<string, string>): unknown {
  const { key, title, patternBefore } = entity;
  const describeRow = (item: ResolvedItem, isParameter: boolean): unknown => [
    describeItem(item),
    languagesOf.get(item.anchor ?? ''),
    // The type of an options object is a name, too.
    isParameter && item.children.length > 0 && typeText(item.type),
    item.children.map((child) => describeRow(child, false)),
  ];
  const rows = lists.map(({ name, items }) => [name, items.map((item) => describeRow(item, name === 'parameters'))]);
  return [source, kind, key.value, title?.value, patternBefore?.value, rows];
}

/** The languages in which a page shows each anchor. */
function shownLanguages(entities: readonly ReadonlyMap<string, EntityForm>[]): ReadonlyMap<string, string> {
  const languages = new Map<string, string>();
  for (const forms of entities) {
    for (const [language, form] of forms) {
      for (const { anchor, display } of rowsOf(form)) {
        if (anchor === undefined || display === 'unwrap') continue;
        languages.set(anchor, `${languages.get(anchor) ?? ''} ${language}`);
      }
    }
  }
  return languages;
}
