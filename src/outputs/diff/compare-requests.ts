// The request of a method: its verb and its path, on both sides.

import type { ReferenceForm } from '../export/index.ts';
import type { Tell } from './compare-values.ts';

export function compareRequests(base: ReferenceForm, head: ReferenceForm, tell: Tell): void {
  const [oldVerb, newVerb] = [verbOf(base), verbOf(head)];
  if (oldVerb !== newVerb) tell('verb-changed', { before: oldVerb, after: newVerb });
  const [before, after] = [base.title, head.title];
  if (before === after) return;
  const isSamePath = withoutNames(before) === withoutNames(after);
  tell(isSamePath ? 'path-parameter-renamed' : 'path-changed', { before, after });
}

function verbOf({ type }: ReferenceForm): string | undefined {
  return type?.toUpperCase();
}

/** The names of parameters in a path are not sent: `/doors/:id` and `/doors/{door_id}` are the same request. */
function withoutNames(path: string | undefined): string | undefined {
  return path?.replace(/:[A-Za-z_]\w*|\{[A-Za-z_]\w*\}/g, ':');
}
