// Changes and the approvals of `_approvals.yaml` → changes with their approvals, and notices about approvals that do
// not count.

import { catalogue } from '../../compiler/diagnostics/index.ts';
import type { ReferenceApproval } from '../export/index.ts';
import type { Change, Notice } from './change.ts';

/**
 * @param options the day on which approvals are judged, and whether the changes are those of one language only
 */
export function applyApprovals(
  changes: readonly Change[],
  approvals: readonly ReferenceApproval[],
  { today, language }: { readonly today?: string | undefined; readonly language?: string | undefined },
): { readonly changes: readonly Change[]; readonly notices: readonly Notice[] } {
  const byChange = new Map<string, ReferenceApproval>();
  const notices: Notice[] = [];
  const fingerprints = new Set(changes.map(({ fingerprint }) => fingerprint));
  for (const approval of approvals) {
    const { change: name, until, origin } = approval;
    const isExpired = until !== undefined && today !== undefined && until < today;
    if (isExpired) {
      const { severity, message, hint } = catalogue['expired-approval'];
      notices.push({
        code: 'expired-approval',
        severity,
        message: message({ name, until }),
        hint: hint?.({ name, until }),
        place: origin,
      });
    } else if (fingerprints.has(name)) byChange.set(name, approval);
    else if (language === undefined) {
      const { severity, message, hint } = catalogue['unmatched-approval'];
      notices.push({
        code: 'unmatched-approval',
        severity,
        message: message({ name }),
        hint: hint?.({ name }),
        place: origin,
      });
    }
  }
  return { changes: changes.map((change) => withApproval(change, byChange.get(change.fingerprint))), notices };
}

function withApproval(change: Change, approval: ReferenceApproval | undefined): Change {
  if (approval === undefined) return change;
  const { kind, reason, who, until } = approval;
  return { ...change, approval: { kind, reason, who, ...(until === undefined ? {} : { until }) } };
}
