// The order of changes: the most severe first, then by page, entity and field.

import { changeKindNames, impacts } from '../../compiler/format/index.ts';
import { compareText } from '../../compiler/text/index.ts';
import type { Change } from './change.ts';

export function isBefore(a: Change, b: Change): number {
  return (
    impacts.indexOf(a.impact) - impacts.indexOf(b.impact) ||
    compareText(placeKey(a), placeKey(b)) ||
    changeKindNames.indexOf(a.kind) - changeKindNames.indexOf(b.kind) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

function placeKey({ subject: { page, entity, field } }: Change): string {
  return [page?.head ?? page?.base ?? '', entity ?? '', field ?? ''].join('\n');
}
