// Approvals of `_approvals.yaml` and impacts of `site.yaml`: what lets a change pass, and what does not.

import { describe, expect, test } from 'vitest';
import { fails } from '../../src/outputs/diff/index.ts';
import { diffOf, referenceOf, type Files } from './diff-of.ts';
import { replace, site, siteWith, within } from './rules.ts';

const renamed = siteWith([within('js', 'key: id,', 'key: uid,')]);
const { fingerprint } = diffOf(site, renamed).changes[0]!;

const approvedBy = (entry: string): Files => ({ ...renamed, '_approvals.yaml': `approvals:\n  - ${entry}\n` });
const entry = `{ change: ${fingerprint}, reason: Version 7 renames it., who: Ada`;
const judge = (head: Files, today = '2026-11-26') => {
  const { changes, notices } = diffOf(site, head, { today });
  return { fails: fails(changes, 'breaking'), notices: notices.map(({ code, place }) => `${code} ${place.line}`) };
};

test.each([
  ['no approval', renamed, true, []],
  ['an approval', approvedBy(`${entry} }`), false, []],
  ['a correction', approvedBy(`${entry}, kind: correction }`), false, []],
  ['an approval on its last day', approvedBy(`${entry}, until: 2026-11-26 }`), false, []],
  ['an approval that has expired', approvedBy(`${entry}, until: 2026-11-25 }`), true, ['expired-approval 2']],
  [
    'an approval of another change',
    approvedBy('{ change: 0000000000000000, reason: It is wanted., who: Ada }'),
    true,
    ['unmatched-approval 2'],
  ],
  ['an approval without a reason', approvedBy(`{ change: ${fingerprint}, who: Ada }`), true, []],
  ['an approval without a name', approvedBy(`{ change: ${fingerprint}, reason: It is wanted. }`), true, []],
  ['an approval with an expiry that is no date', approvedBy(`${entry}, until: soon }`), true, []],
  ['a wildcard', approvedBy(`{ change: '*', reason: All is well., who: Ada }`), true, []],
] as const)('%s', (_name, head, isFailing, notices) => {
  expect(judge(head)).toEqual({ fails: isFailing, notices });
});

test.each([
  ['without a reason', `{ change: ${fingerprint}, who: Ada }`, 'missing-key'],
  ['with a wildcard', `{ change: '*', reason: All is well., who: Ada }`, 'wrong-type'],
])('an approval %s is an error of the content', (_name, text, code) => {
  const { diagnostics } = referenceOf(approvedBy(text));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map((each) => `${each.code} ${each.file}`)).toEqual([`${code} _approvals.yaml`]);
});

test('an approval does not cover the same change in another language', () => {
  const both = siteWith([within('python', 'key: id,', 'key: uid,')], approvedBy(`${entry} }`));
  expect(judge(both)).toEqual({ fails: true, notices: ['unmatched-approval 2'] });
});

test('a fingerprint stays the same with unrelated edits and another order', () => {
  const moved = siteWith(
    [
      replace('door.mdx', '    note: A note.\n', ''),
      replace(
        'door.mdx',
        '    id: The identifier of the door.\n',
        '    note: A note.\n    id: The identifier of the door.\n',
      ),
      replace('gate.mdx', 'The width.', 'The width in metres.'),
      replace('door.mdx', 'A door has a lock.', 'A door has two locks.'),
    ],
    approvedBy(`${entry} }`),
  );
  expect(judge(moved)).toEqual({ fails: false, notices: [] });
});

describe('impacts of `site.yaml`', () => {
  const impactsWith = (settings: string): readonly string[] =>
    diffOf(site, siteWith([replace('site.yaml', 'title: Doors', `title: Doors\ndiff: ${settings}`)], both)).changes.map(
      ({ impact, kind, languages }) => `${impact} ${kind} ${languages.join(',')}`,
    );
  const both = siteWith([
    within('js', 'key: doorId,', 'key: which,'),
    within('python', 'key: door_id,', 'key: which,'),
  ]);
  const rest = (lines: readonly string[]): readonly string[] =>
    lines.filter((line) => line.includes('argument-renamed'));

  test.each([
    ['{ impacts: {} }', ['breaking argument-renamed python', 'text argument-renamed js']],
    ['{ impacts: { argument-renamed: risk } }', ['risk argument-renamed js,python']],
    [
      '{ impacts: { argument-renamed: risk }, languages: { js: { argument-renamed: breaking } } }',
      ['breaking argument-renamed js', 'risk argument-renamed python'],
    ],
  ])('%s', (settings, expected) => {
    expect(rest(impactsWith(settings))).toEqual(expected);
  });
});
