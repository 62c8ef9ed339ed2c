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
  const stubs = once(() => entities.map((entity, i) => stubEntity(entity, () => make.whole().entities[i]!)));
  return lazy<ResolvedPage>(
    {
      route,
      title,
      languages: languages && new Set(languages),
      get entities() {
        return stubs();
      },
      page: lazy<Page>({ route, isDamaged }, make.page),
    },
    make.whole,
  );
}

function stubEntity({ id, forms }: EntityFacts, whole: () => ResolvedEntity): ResolvedEntity {
  const stubs = once(() => {
    const byLanguage = new Map(forms.map((form) => [form.language, form]));
    return new LazyMap(byLanguage.keys(), (language) =>
      stubForm(byLanguage.get(language)!, () => whole().forms.get(language)!),
    );
  });
  return lazy<ResolvedEntity>(
    {
      id,
      get forms() {
        return stubs();
      },
    },
    whole,
  );
}

function stubForm(facts: FormFacts, whole: () => EntityForm): EntityForm {
  const { source, kind, options = [] } = facts;
  const entity = once(() => lazy(stubTexts(facts, whole), () => whole().entity));
  const kept = options.map((option, i) => ({ ...option, children: () => optionsOf(whole())[i]!.children() }));
  return lazy<EntityForm>(
    {
      source,
      kind,
      get entity() {
        return entity();
      },
      options: kept,
    },
    whole,
  );
}

function stubTexts({ key, title, type, patternBefore }: FormFacts, whole: () => EntityForm): Partial<Entity> {
  const text = (value: string | undefined, name: 'title' | 'type' | 'patternBefore' | 'key'): Text | undefined =>
    value === undefined ? undefined : lazy<Text>({ value }, () => whole().entity[name]!);
  return {
    key: text(key, 'key')!,
    title: text(title, 'title'),
    type: text(type, 'type'),
    patternBefore: text(patternBefore, 'patternBefore'),
  };
}

/** Makes a value when it is first asked for: most parts of most pages are never read. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
