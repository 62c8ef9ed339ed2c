// Reports contradictions in methods: a verb in a language other than curl, a path parameter that no item documents, a
// title that does not contain the key.

import { suggest } from '../../text/index.ts';
import { httpLanguage, wireLanguage, isHttpVerb } from '../../languages/index.ts';
import { withInnerRows, type Entity, type ResolvedItem, type ResolvedList } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkMethods: Rule = ({ pages }, report) => {
  for (const { entities } of pages.values()) {
    for (const { forms } of entities) {
      for (const form of new Set(forms.values())) {
        const { entity, source: language, kind, lists } = form;
        const { type, title, key } = entity;
        const isSdk = language !== httpLanguage && language !== wireLanguage;
        if (isSdk && type && isHttpVerb(type.value)) report('verb-outside-curl', type, { name: type.value, language });
        if (kind !== 'method') continue;
        if (language === httpLanguage) {
          const parameters = withInnerRows(parametersOf(lists));
          // An entity reference that refers to nothing may be the missing parameter.
          if (parameters.some(({ isUnresolved }) => isUnresolved)) continue;
          checkPath(entity, new Set(parameters.flatMap(({ name }) => name ?? [])));
        } else if (title && !title.value.includes(key.value)) {
          report('title-without-key', title, { name: title.value, key: key.value });
        }
      }
    }
  }

  function checkPath({ title }: Entity, parameters: ReadonlySet<string>): void {
    if (title === undefined) return;
    for (const [written, name] of title.value.matchAll(/:([A-Za-z_]\w*)/g) as Iterable<[string, string]>) {
      if (parameters.has(name)) continue;
      const within = title.file.text.indexOf(written, title.range.start);
      const isHere = within >= 0 && within < title.range.end;
      const range = isHere ? { start: within, end: within + written.length } : title.range;
      report('undocumented-path-parameter', { file: title.file, range }, { name, near: suggest(name, parameters) });
    }
  }
};

function parametersOf(lists: readonly ResolvedList[]): readonly ResolvedItem[] {
  return lists.flatMap(({ name, items }) => (name === 'parameters' ? items : []));
}
