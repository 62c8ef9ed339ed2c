// The output of `decode` for `_approvals.yaml`.

import type { Text } from './data.ts';

/** An approval of one change that `stele diff` reports. */
export interface ApprovalEntry {
  /** The fingerprint of the change. */
  readonly change: Text;
  readonly kind: 'accepted' | 'correction';
  readonly reason: Text;
  readonly who: Text;
  /** The last day on which it counts: `2027-01-31`. */
  readonly until: Text | undefined;
}
