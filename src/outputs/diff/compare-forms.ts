// An entity in one language, on both sides → findings.

import type { ReferenceForm, ReferenceItem } from '../export/index.ts';
import type { Subject } from './change.ts';
import { compareLists, type ListContext } from './compare-lists.ts';
import { compareTexts, type Tell } from './compare-values.ts';
import { compareRequests } from './compare-requests.ts';

export interface FormContext extends Pick<ListContext, 'routeInHead' | 'meantBy' | 'report'> {
  readonly language: string;
  readonly subject: Subject;
  /** The ids on both sides. */
  readonly ids: { readonly base: string; readonly head: string };
}

export function compareForms(base: ReferenceForm, head: ReferenceForm, context: FormContext): void {
  const { language, subject, ids, report } = context;
  const tell: Tell = (kind, more = {}) =>
    report({ kind, language, subject, base: base.origin, head: head.origin, ...more });
  const isWire = ['curl', 'json'].includes(base.source);
  if (base.key !== head.key) tell('form-renamed', { before: base.key, after: head.key });
  if (base.kind !== head.kind) tell('entity-kind-changed', { before: base.kind, after: head.kind });
  if (isWire && base.kind === 'method') compareRequests(base, head, tell);
  else compareTitles(base, head, tell);
  if (base.sendsEmail !== head.sendsEmail) tell('email-changed');
  compareTexts(base, head, undefined, tell);
  for (const name of ['properties', 'parameters', 'returns'] as const) {
    // If the kind has changed, the lists have other meanings.
    if (base.kind !== head.kind) continue;
    const anchorOf = (id: string): string => (base.kind === 'method' ? `${id}.${name}` : id);
    compareLists(base[name] ?? none, head[name] ?? none, {
      ...context,
      direction: name === 'parameters' ? 'input' : 'output',
      anchors: { base: anchorOf(ids.base), head: anchorOf(ids.head) },
      hasSameId: ids.base === ids.head,
      isWire,
    });
  }
}

const none: readonly ReferenceItem[] = [];

/** A title that only follows the new key is no other change. */
function compareTitles(base: ReferenceForm, head: ReferenceForm, tell: Tell): void {
  const [before, after] = [base.title, head.title];
  if (before === after || before?.replaceAll(base.key, head.key) === after) return;
  tell('title-changed', { before, after });
}
