// The samples that pages show on both sides → findings, and samples that still use a name that is gone.

import { commentSyntaxOf } from '../../compiler/languages/index.ts';
import type { Origin, Reference, ReferenceItem, ReferencePage, ReferenceSample } from '../export/index.ts';
import type { Finding, PagePair } from './change.ts';
import { pairOf } from './compare-entities.ts';
import type { PageMatch } from './match-pages.ts';

/** A sample in a panel of a page. */
interface ShownSample {
  /** The panel: stem and region. */
  readonly panel: string;
  readonly language: string;
  readonly file: string;
  readonly text: string;
  /** Id of the entity whose block it stands in. */
  readonly entity: string | undefined;
}

type SampleIndex = ReadonlyMap<string, ReferenceSample>;

export function indexSamples({ samples }: Reference): SampleIndex {
  return new Map(samples.map((sample) => [sample.file, sample]));
}

function shownOn({ blocks }: ReferencePage, samples: SampleIndex): readonly ShownSample[] {
  return blocks.flatMap(({ entity, panels }) =>
    panels.flatMap(({ stem = '', region, samples: byLanguage }) =>
      Object.entries(byLanguage).flatMap(([language, file]) => {
        const sample = samples.get(file);
        const part = region === undefined ? sample?.text : sample?.regions.find(({ name }) => name === region)?.text;
        const panel = region === undefined ? stem : `${stem}#${region}`;
        return part === undefined ? [] : [{ panel, language, file, text: part, entity }];
      }),
    ),
  );
}

export function compareSamples(
  matches: readonly PageMatch[],
  indexes: { readonly base: SampleIndex; readonly head: SampleIndex },
  languages: ReadonlySet<string>,
  report: (finding: Finding) => void,
): void {
  for (const match of matches) {
    if (!match.base || !match.head) continue;
    const page = pairOf(match);
    const isCommon = ({ language }: ShownSample): boolean => languages.has(language);
    const old = shownOn(match.base, indexes.base).filter(isCommon);
    const now = shownOn(match.head, indexes.head).filter(isCommon);
    for (const { base, head } of matchSamples(old, now)) tellSample(base, head, page, report);
  }
}

/** By panel and language; else by language and text, so that files may be renamed. */
function matchSamples(
  old: readonly ShownSample[],
  now: readonly ShownSample[],
): readonly { readonly base?: ShownSample; readonly head?: ShownSample }[] {
  const left = new Set(now);
  const join = (base: readonly ShownSample[], isSame: (a: ShownSample, b: ShownSample) => boolean) =>
    base.map((sample) => {
      const other = [...left].find((each) => isSame(sample, each));
      if (other === undefined) return { base: sample };
      left.delete(other);
      return { base: sample, head: other };
    });
  const first = join(old, (a, b) => a.language === b.language && a.panel === b.panel);
  const single = first.flatMap(({ base, head }) => (head ? [] : [base]));
  const second = join(single, (a, b) => a.language === b.language && a.text.trim() === b.text.trim());
  return [...first.filter(({ head }) => head), ...second, ...[...left].map((head) => ({ head }))];
}

function tellSample(
  base: ShownSample | undefined,
  head: ShownSample | undefined,
  page: PagePair,
  report: (finding: Finding) => void,
): void {
  const kind = base && head ? 'sample-changed' : base ? 'sample-removed' : 'sample-added';
  if (base && head && base.text.trim() === head.text.trim()) return;
  const shown = (base ?? head)!;
  report({
    kind,
    language: shown.language,
    subject: { page, entity: shown.entity },
    about: { kind: 'sample', field: shown.panel },
    before: base?.text,
    after: head?.text,
    ...(base ? { base: topOf(base) } : {}),
    ...(head ? { head: topOf(head) } : {}),
  });
}

function topOf({ file }: ShownSample): Origin {
  return { file, line: 1, column: 1 };
}

/** Kinds that take a name away. */
const namesGone: ReadonlySet<string> = new Set([
  'form-renamed',
  'form-removed',
  'entity-removed',
  'deprecated-removed',
  'input-removed',
  'output-removed',
  'argument-renamed',
  'input-renamed',
  'output-renamed',
]);

/** Samples of head that use a name which a finding takes away. */
export function findOutdated(
  findings: readonly Finding[],
  head: Reference,
  samples: SampleIndex,
  report: (finding: Finding) => void,
): void {
  const pages = new Map(head.pages.map((page) => [page.route, page]));
  const known = new Map<string, ReadonlySet<string>>();
  const told = new Set<string>();
  for (const finding of findings) {
    const { kind, language, before, subject } = finding;
    const page = pages.get(subject.page?.head ?? subject.page?.base ?? '');
    if (!namesGone.has(kind) || language === undefined || before === undefined || page === undefined) continue;
    const name = before.split('.').at(-1)!;
    if (name.length < 2) continue;
    const key = `${page.route}\n${language}`;
    const names = known.get(key) ?? namesOn(page, language);
    known.set(key, names);
    // Another entity of the page may still have the name.
    if (names.has(name)) continue;
    for (const shown of shownOn(page, samples)) {
      if (shown.language !== language || (shown.entity ?? subject.entity) !== subject.entity) continue;
      const place = findName(shown, name, samples);
      const id = place && `${place.file} ${place.line} ${name}`;
      if (place === undefined || told.has(id!)) continue;
      told.add(id!);
      report({
        kind: 'sample-outdated',
        language,
        subject: { page: subject.page, entity: subject.entity, field: subject.field },
        detail: shown.panel,
        before: name,
        head: place,
      });
    }
  }
}

/** All names of a page's entities in a language. */
function namesOn({ entities }: ReferencePage, language: string): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (items: readonly ReferenceItem[] = []): void => {
    for (const { name, items: inner } of items) {
      if (name !== undefined) names.add(name);
      visit(inner);
    }
  };
  for (const { forms } of entities) {
    const form = forms[language];
    if (form === undefined) continue;
    names.add(form.key);
    for (const list of [form.properties, form.parameters, form.returns]) visit(list);
  }
  return names;
}

/** The first line that uses a name, without lines that are comments. */
function findName({ file, text }: ShownSample, name: string, samples: SampleIndex): Origin | undefined {
  const sample = samples.get(file);
  if (sample === undefined) return undefined;
  const openings = commentSyntaxOf(sample.extension)?.openings ?? [];
  const pattern = new RegExp(`(?<![\\w$])${name.replace(/[^\w]/g, '\\$&')}(?![\\w$])`, 'u');
  const lines = new Set(text.split('\n'));
  const hidden = new Set(sample.hiddenLines ?? []);
  let line = 0;
  for (const shown of sample.text.split('\n')) {
    do line++;
    while (hidden.has(line));
    if (!lines.has(shown) || openings.some((mark) => shown.trimStart().startsWith(mark))) continue;
    const at = pattern.exec(shown)?.index;
    if (at !== undefined) return { file, line, column: Array.from(shown.slice(0, at)).length + 1 };
  }
  return undefined;
}
