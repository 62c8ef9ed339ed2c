// The entities of all pages on both sides → pairs, and findings about entities that are gone, new or elsewhere.

import type { ReferenceEntity, ReferenceForm } from '../export/index.ts';
import type { Finding, PagePair, Subject } from './change.ts';
import { compareForms } from './compare-forms.ts';
import type { PageMatch } from './match-pages.ts';

export interface EntityContext {
  /** Languages of both sides. Those of one side are reported once, for the site. */
  readonly languages: ReadonlySet<string>;
  readonly routeInHead: (route: string) => string | undefined;
  /** What a reference in a language of base shows. */
  readonly meantBy: (language: string, key: string, member: string | undefined) => Subject;
  report(finding: Finding): void;
}

interface Placed {
  readonly entity: ReferenceEntity;
  readonly page: PagePair;
}

export function compareEntities(matches: readonly PageMatch[], context: EntityContext): void {
  const lost: Placed[] = [];
  const found: Placed[] = [];
  for (const match of matches) {
    const page = pairOf(match);
    const [old, now] = [match.base?.entities ?? [], match.head?.entities ?? []];
    const byId = new Map(now.map((entity) => [entity.id, entity]));
    const gone = old.filter(({ id }) => !byId.has(id));
    const ids = new Set(old.map(({ id }) => id));
    const come = new Set(now.filter(({ id }) => !ids.has(id)));
    for (const entity of old) {
      const other = byId.get(entity.id);
      if (other) compareFormsOf(entity, other, page, context);
    }
    for (const entity of gone) {
      const other = findRenamed(entity, gone, come);
      if (other === undefined) lost.push({ entity, page });
      else {
        come.delete(other);
        tellId(entity, other, page, context);
        compareFormsOf(entity, other, page, context);
      }
    }
    found.push(...[...come].map((entity) => ({ entity, page })));
  }
  joinMoved(lost, found, context);
}

export function pairOf({ base, head }: PageMatch): PagePair {
  return { ...(base ? { base: base.route } : {}), ...(head ? { head: head.route } : {}) };
}

/** The only new entity of the page that has the same keys in all languages that both have. */
function findRenamed(
  entity: ReferenceEntity,
  gone: readonly ReferenceEntity[],
  come: ReadonlySet<ReferenceEntity>,
): ReferenceEntity | undefined {
  const candidates = [...come].filter((other) => hasSameKeys(entity, other));
  const rivals = gone.filter((other) => candidates[0] && hasSameKeys(other, candidates[0]));
  return candidates.length === 1 && rivals.length === 1 ? candidates[0] : undefined;
}

function hasSameKeys(entity: ReferenceEntity, other: ReferenceEntity): boolean {
  const keys = Object.entries(entity.forms).flatMap(([language, form]) => {
    const same = other.forms[language];
    // The key of a request is not shown, and often follows the id.
    return same && !['curl', 'json'].includes(form.source) ? [form.key === same.key] : [];
  });
  if (keys.length > 0) return keys.every(Boolean);
  return Object.entries(entity.forms).some(([language, { title }]) => title && title === other.forms[language]?.title);
}

function tellId(entity: ReferenceEntity, other: ReferenceEntity, page: PagePair, { report }: EntityContext): void {
  report({
    kind: 'entity-id-changed',
    subject: { page, entity: entity.id },
    before: entity.id,
    after: other.id,
    base: firstForm(entity)?.origin,
    head: firstForm(other)?.origin,
  });
}

function firstForm({ forms }: ReferenceEntity): ReferenceForm | undefined {
  return Object.values(forms)[0];
}

function compareFormsOf(
  base: ReferenceEntity,
  head: ReferenceEntity,
  page: PagePair,
  { languages, routeInHead, meantBy, report }: EntityContext,
): void {
  const subject: Subject = { page, entity: base.id };
  const ids = { base: base.id, head: head.id };
  for (const language of languages) {
    const [old, now] = [formIn(base, language), formIn(head, language)];
    // A form of `json` stands in where a language has none.
    const isOwn = (form: ReferenceForm): boolean => form.source === language;
    if (old && now && (old.source === now.source || (isOwn(old) && isOwn(now))))
      compareForms(old, now, {
        language,
        subject,
        ids,
        routeInHead,
        meantBy: (key, member) => meantBy(language, key, member),
        report,
      });
    else if (now && (!old || isOwn(now)))
      report({ kind: 'form-added', language, subject, after: now.key, head: now.origin });
    else if (old) report({ kind: removedKind(old), language, subject, before: old.key, base: old.origin });
  }
}

function formIn({ forms }: ReferenceEntity, language: string): ReferenceForm | undefined {
  return Object.hasOwn(forms, language) ? forms[language] : undefined;
}

function removedKind({ deprecated }: ReferenceForm): 'form-removed' | 'deprecated-removed' {
  return deprecated === undefined ? 'form-removed' : 'deprecated-removed';
}

/** An entity that is gone from its page may stand on another one. */
function joinMoved(lost: readonly Placed[], found: readonly Placed[], context: EntityContext): void {
  const joined = new Set<Placed>();
  for (const each of lost) {
    const others = found.filter(({ entity }) => entity.id === each.entity.id && hasSameKeys(each.entity, entity));
    const isOnly = lost.filter(({ entity }) => entity.id === each.entity.id).length === 1;
    const [other] = others;
    if (others.length !== 1 || !isOnly || other === undefined) {
      tellAll(each, 'base', context);
      continue;
    }
    joined.add(other);
    const page = { base: each.page.base, head: other.page.head };
    context.report({
      kind: 'entity-moved',
      subject: { page, entity: each.entity.id },
      before: `/${each.page.base}`,
      after: `/${other.page.head}`,
      base: firstForm(each.entity)?.origin,
      head: firstForm(other.entity)?.origin,
    });
    compareFormsOf(each.entity, other.entity, page, context);
  }
  for (const each of found) if (!joined.has(each)) tellAll(each, 'head', context);
}

/** An entity that only one side has, in each of its languages. */
function tellAll({ entity, page }: Placed, side: 'base' | 'head', { languages, report }: EntityContext): void {
  const own = { [side]: page[side] };
  for (const [language, form] of Object.entries(entity.forms)) {
    if (!languages.has(language)) continue;
    const isOld = form.deprecated !== undefined;
    report({
      kind: side === 'head' ? 'entity-added' : isOld ? 'deprecated-removed' : 'entity-removed',
      language,
      subject: { page: own, entity: entity.id },
      [side]: form.origin,
      [side === 'base' ? 'before' : 'after']: form.key,
    });
  }
}
