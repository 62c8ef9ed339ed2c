// The facts of a page → the page, which is compiled when something else than its facts is read.

import { lazy, LazyMap } from './lazy.ts';
import {
  optionsOf,
  type Entity,
  type EntityFacts,
  type EntityForm,
  type FormFacts,
  type Page,
  type PageFacts,
  type ResolvedEntity,
  type ResolvedPage,
  type Text,
} from './model/index.ts';

/** @param make compiles the page as written, and resolved */
export function stubPage(
  { route, title, languages, entities, isDamaged }: PageFacts,
  make: { readonly page: () => Page; readonly whole: () => ResolvedPage },
): ResolvedPage {
  return lazy<ResolvedPage>(
    {
      route,
      title,
      languages: languages && new Set(languages),
      entities: entities.map((entity, i) => stubEntity(entity, () => make.whole().entities[i]!)),
      page: lazy<Page>({ route, isDamaged }, make.page),
    },
    make.whole,
  );
}

function stubEntity({ id, forms }: EntityFacts, whole: () => ResolvedEntity): ResolvedEntity {
  const byLanguage = new Map(forms.map((form) => [form.language, form]));
  return lazy<ResolvedEntity>(
    {
      id,
      forms: new LazyMap(byLanguage.keys(), (language) =>
        stubForm(byLanguage.get(language)!, () => whole().forms.get(language)!),
      ),
    },
    whole,
  );
}

function stubForm(facts: FormFacts, whole: () => EntityForm): EntityForm {
  const { source, kind, key, title, type, patternBefore, options = [] } = facts;
  const text = (value: string | undefined, name: 'title' | 'type' | 'patternBefore' | 'key'): Text | undefined =>
    value === undefined ? undefined : lazy<Text>({ value }, () => whole().entity[name]!);
  const entity = lazy<Entity>(
    {
      key: text(key, 'key')!,
      title: text(title, 'title'),
      type: text(type, 'type'),
      patternBefore: text(patternBefore, 'patternBefore'),
    },
    () => whole().entity,
  );
  const kept = options.map((option, i) => ({ ...option, children: () => optionsOf(whole())[i]!.children() }));
  return lazy<EntityForm>({ source, kind, entity, options: kept }, whole);
}
