// Reports samples that are beside a method but never call it: probably the sample of another method.

import { httpLanguage } from '../../languages/index.ts';
import type { LanguageId, ResolvedEntity, ResolvedModel } from '../../model/index.ts';
import type { Range } from '../../source/index.ts';
import { endWhere, isWordCode } from '../../text/index.ts';
import { hasWord } from './find-word.ts';
import {
  codeWithoutComments,
  isUnreadable,
  type CheckedSample,
  type SampleRule,
  type SampleUse,
} from './sample-rule.ts';

export const checkMethodKeys: SampleRule = ({ resolved, samples }, report) => {
  const others = methodKeys(resolved);
  for (const use of usesOf(samples.values())) {
    const { language, entity, shown } = use;
    const form = entity.forms.get(language);
    if (form?.kind !== 'method' || form.source !== language || language === httpLanguage) continue;
    const key = lastName(form.entity.key.value);
    // A block may also show other code, such as an installation: only one of its files has to name the method.
    if (key === undefined || shown.some((sample) => isUnreadable(sample) || isNamed(codeWithoutComments(sample), key)))
      continue;
    const [first] = shown;
    const other = findCall(first!, others.get(language) ?? new Set());
    const { file } = first!.sample;
    const block = use.block;
    report(
      'sample-without-key',
      {
        file,
        range: other?.range ?? firstLine(file.text),
        related: [{ message: 'shown here', source: block.file, range: block.range }],
      },
      { name: key, other: other?.name },
    );
  }
};

interface BlockInLanguage {
  readonly block: SampleUse['block'];
  readonly language: LanguageId;
  readonly entity: ResolvedEntity;
  /** The samples of that language in the block, in order. */
  readonly shown: readonly CheckedSample[];
}

function usesOf(samples: Iterable<CheckedSample>): Iterable<BlockInLanguage> {
  const uses = new Map<SampleUse['block'], Map<LanguageId, BlockInLanguage>>();
  for (const sample of samples) {
    const { language } = sample;
    if (language === undefined) continue;
    for (const { block, entity } of sample.uses) {
      if (entity === undefined) continue;
      const byLanguage = uses.get(block) ?? new Map<LanguageId, BlockInLanguage>();
      uses.set(block, byLanguage);
      const shown = byLanguage.get(language)?.shown ?? [];
      if (!shown.includes(sample)) byLanguage.set(language, { block, language, entity, shown: [...shown, sample] });
    }
  }
  return [...uses.values()].flatMap((byLanguage) => [...byLanguage.values()]);
}

/**
 * The name by which code calls a method: `SSO.list_connections()` → `list_connections`. Undefined if there is no name.
 */
function lastName(key: string): string | undefined {
  const opening = key.endsWith(')') ? key.indexOf('(') : -1;
  const called = opening < 0 ? key : key.slice(0, opening);
  const mark = /[?!]$/.exec(called)?.[0] ?? '';
  const name = endWhere(called.slice(0, called.length - mark.length), isWordCode).replace(/^\d+/, '');
  return name === '' ? undefined : name + mark;
}

/**
 * Whether code contains the name of a method. In .NET, the name may end with `Async`, which the reference may leave
 * out.
 */
function isNamed(code: string, name: string): boolean {
  return hasWord(code, name, { endings: ['', 'Async'] });
}

function methodKeys({ pages }: ResolvedModel): ReadonlyMap<LanguageId, ReadonlySet<string>> {
  const keys = new Map<LanguageId, Set<string>>();
  for (const { entities } of pages.values()) {
    for (const { forms } of entities) {
      for (const [language, form] of forms) {
        const key = form.kind === 'method' && form.source === language ? lastName(form.entity.key.value) : undefined;
        if (key !== undefined) keys.set(language, (keys.get(language) ?? new Set()).add(key));
      }
    }
  }
  return keys;
}

/** The first call of another documented method. */
function findCall(sample: CheckedSample, keys: ReadonlySet<string>): { name: string; range: Range } | undefined {
  const members = sample.syntax?.names.filter(({ role }) => role === 'member') ?? [];
  return members.find(({ name }) => keys.has(name) || keys.has(name.replace(/Async$/, '')));
}

function firstLine(text: string): Range {
  const start = /\S/.exec(text)?.index ?? 0;
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}
