// How far the languages of real pages agree: the numbers of the decision record on identity.

import { beforeEach, expect, test } from 'vitest';
import { fetchCorpus } from '../../../scripts/corpus/fetch-corpus.ts';
import type { Entity, Item, LanguageId, ListName, Page, ReferenceItem } from '../../../src/model/index.ts';
import { compileContent } from '../../../src/pipeline.ts';
import { readContent } from '../../../src/project/index.ts';
import { identifyItems } from '../../../src/resolve/identity/index.ts';
import { resolveReference } from '../../../src/resolve/resolve-references.ts';

const corpus = await fetchCorpus((reason) => console.warn(reason));
beforeEach((context) => context.skip(corpus === undefined, 'the registry is not reachable'));

const below = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [item, ...(item.kind === 'field' ? below(item.properties) : [])]);

const listsOf = ({
  properties = [],
  parameters,
  returns,
}: Entity): readonly { name: ListName; items: readonly Item[] }[] =>
  parameters || returns
    ? [
        { name: 'parameters', items: [...(parameters ?? []), ...properties] },
        { name: 'returns', items: returns ?? [] },
      ]
    : [{ name: 'properties', items: properties }];

function formsById(page: Page): ReadonlyMap<string, ReadonlyMap<LanguageId, Entity>> {
  const byId = new Map<string, Map<LanguageId, Entity>>();
  for (const entity of [...page.entities.values()].flat()) {
    if (entity.id) byId.set(entity.id.value, (byId.get(entity.id.value) ?? new Map()).set(entity.language, entity));
  }
  return byId;
}

test('the public corpus: shares of fields and cells', async () => {
  const { model } = compileContent((await readContent(corpus!)).content).reference;
  const languageOrder = [...model.site.languages.map(({ id }) => id), 'json'];
  const all = { cells: 0, missing: 0 };
  const several = { fields: 0, full: 0, cells: 0, missing: 0 };
  let clashes = 0;
  for (const page of model.pages.values()) {
    for (const [entityId, forms] of formsById(page)) {
      const described = new Map<ReferenceItem, { key: string; path?: string }>();
      for (const [language, entity] of forms) {
        for (const item of below(listsOf(entity).flatMap(({ items }) => items))) {
          if (item.kind === 'field') continue;
          const referent = resolveReference(model, page, language, item, () => {});
          const stands = referent?.kind === 'member' ? referent.item : referent?.found.entity;
          if (stands === undefined) continue;
          const own = stands.description?.kind === 'placeholder' ? stands.description.path : undefined;
          const id = referent?.kind === 'entity' ? referent.found.entity.id?.value.replaceAll('-', '_') : undefined;
          const path =
            own ??
            (id !== undefined && stands.description === undefined && model.descriptions.get(id)?.kind === 'branch'
              ? `${id}.self`
              : undefined);
          described.set(item, { key: stands.key.value, ...(path === undefined ? {} : { path }) });
        }
      }
      const { lists, clashes: found } = identifyItems({
        entityId,
        forms: [...forms].map(([language, entity]) => ({ language, lists: listsOf(entity) })),
        variants: model.site.variants,
        languageIds: new Set(languageOrder),
        languageOrder,
        describe: (item) => described.get(item),
      });
      clashes += found.length;
      for (const field of lists.flatMap(({ fields }) => fields).filter(({ isPlumbing }) => !isPlumbing)) {
        const missing = [...forms.keys()].filter((language) => !field.hasLanguage(language)).length;
        all.cells += forms.size;
        all.missing += missing;
        if (forms.size < 2) continue;
        several.fields++;
        several.cells += forms.size;
        several.missing += missing;
        if (missing === 0) several.full++;
      }
    }
  }
  const share = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;
  const numbers = {
    cellsMissing: share(all.missing, all.cells),
    ofSeveralLanguages: {
      fieldsInAll: share(several.full, several.fields),
      cellsMissing: share(several.missing, several.cells),
    },
    clashes,
  };
  console.log('identity:', numbers);
  expect(numbers).toEqual({
    cellsMissing: 18.7,
    ofSeveralLanguages: { fieldsInAll: 66.9, cellsMissing: 19.6 },
    clashes: 0,
  });
});
