// Reports required parameters that no sample of a method shows, in any language. One finding for each method.

import { httpLanguage } from '../../languages/index.ts';
import type { LanguageId, ResolvedEntity, ResolvedItem } from '../../model/index.ts';
import { hasWord } from './find-word.ts';
import { codeWithoutComments, entitiesOf, type CheckedSample, type SampleRule } from './sample-rule.ts';

export const checkRequiredParameters: SampleRule = ({ samples }, report) => {
  const byEntity = new Map<ResolvedEntity, CheckedSample[]>();
  for (const sample of samples.values()) {
    if (sample.language === undefined || sample.sample.isBroken) continue;
    for (const entity of entitiesOf(sample).keys()) byEntity.set(entity, [...(byEntity.get(entity) ?? []), sample]);
  }
  for (const [entity, shown] of byEntity) {
    const missing = parametersOf(entity).filter((parameter) => isMissing(parameter, entity, shown));
    const [first] = missing;
    if (first === undefined) continue;
    const [item] = first.spellings.values();
    const source = item!.source;
    const place = source.kind === 'field' ? source.key : { file: source.file, range: source.range };
    report('unshown-parameter', place, { method: entity.id, names: missing.map(({ name }) => name) });
  }
};

interface Parameter {
  readonly name: string;
  readonly spellings: ReadonlyMap<LanguageId, ResolvedItem>;
  /** Languages whose calls name the parameter: inside an options object, or as a field of the request. */
  readonly named: ReadonlySet<LanguageId>;
  readonly isOptional: boolean;
}

function parametersOf({ id, forms }: ResolvedEntity): readonly Parameter[] {
  const parameters = new Map<
    string,
    { spellings: Map<LanguageId, ResolvedItem>; named: Set<LanguageId>; isOptional: boolean }
  >();
  const visit = (items: readonly ResolvedItem[], language: LanguageId, isNamed: boolean): void => {
    for (const item of items) {
      const { identity, name, children, isOptional } = item;
      const isWrapper = identity === undefined || identity === `${id}.parameters` || item.display !== 'folded';
      if (item.isUnresolved || (isOptional && children.length > 0)) continue;
      if (children.length > 0) visit(children, language, true);
      if (isWrapper && children.length > 0) continue;
      if (identity === undefined || name === undefined || !/^[A-Za-z_]\w*$/.test(name)) continue;
      const known = parameters.get(identity) ?? { spellings: new Map(), named: new Set(), isOptional: false };
      known.spellings.set(language, item);
      if (isNamed) known.named.add(language);
      known.isOptional ||= isOptional;
      parameters.set(identity, known);
    }
  };
  for (const [language, form] of forms) {
    if (form.kind !== 'method' || form.source !== language) continue;
    for (const { name, items } of form.lists)
      if (name === 'parameters') visit(items, language, language === httpLanguage);
  }
  return [...parameters]
    .filter(([, { isOptional }]) => !isOptional)
    .map(([identity, parameter]) => ({ name: identity.slice(identity.lastIndexOf('.') + 1), ...parameter }));
}

/**
 * Whether a parameter is missing: at least one sample would have to name it, and none does. An argument that is passed
 * by position has no name in the sample.
 */
function isMissing(
  { spellings, named }: Parameter,
  entity: ResolvedEntity,
  samples: readonly CheckedSample[],
): boolean {
  let mustBeNamed = false;
  for (const sample of samples) {
    const item = spellings.get(sample.language!);
    if (item === undefined) continue;
    const name = item.name!;
    if (hasWord(codeWithoutComments(sample).toLowerCase(), name.toLowerCase())) return false;
    const path = sample.language === httpLanguage ? entity.forms.get(httpLanguage)?.entity.title?.value : undefined;
    if (path !== undefined && hasWord(path, name, { mayFollow: (before) => before === ':' || before === '{' }))
      return false;
    mustBeNamed ||=
      named.has(sample.language!) || (sample.syntax?.names.some(({ role }) => role === 'argument') ?? false);
  }
  return mustBeNamed;
}
