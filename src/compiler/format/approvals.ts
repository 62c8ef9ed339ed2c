// `_approvals.yaml`: changes that a team has accepted, for `stele diff` (format.md 8.6).

import { choice, key, list, map, prose, shape, text } from './spec.ts';
import type { TextRule } from './spec.ts';

/** Why a change may pass: it is wanted, or the documentation was wrong and what it describes has not changed. */
export const approvalKinds = ['accepted', 'correction'] as const;

const fingerprint: TextRule = {
  wanted: 'the fingerprint of one change: sixteen digits and letters that `stele diff` prints',
  pattern: /^[0-9a-f]{16}$/,
};

const date: TextRule = {
  wanted: 'a date such as `2027-01-31`',
  pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
};

export const approvalShape = shape(
  'an approval',
  'An entry of `approvals`.',
  {
    change: key(text(fingerprint), 'The fingerprint of the change.', '6faf9394e5750697'),
    kind: key(
      choice(approvalKinds),
      'Whether the change is accepted, or corrects documentation that was wrong.',
      'correction',
      '`accepted`',
    ),
    reason: key(prose, 'Why the change may pass.', 'The property was never sent.'),
    who: key(prose, 'Who has approved it.', 'Ada'),
    until: key(text(date), 'The last day on which the approval counts.', '2027-01-31', 'it does not expire'),
  },
  ['change', 'reason', 'who'],
);

export const approvalsShape = shape(
  '`_approvals.yaml`',
  'The file `_approvals.yaml` at the top of the content folder: [changes that may pass](/guides/diff/approvals).',
  {
    approvals: key(
      list(() => map(() => approvalShape)),
      'The approvals, one for each change.',
      '[{ change: 6faf9394e5750697, reason: It was never sent., who: Ada }]',
    ),
  },
  ['approvals'],
);
