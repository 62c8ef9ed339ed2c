// A diff as versioned JSON. Its schema is docs/schemas/diff.schema.json. Places on both sides: `base` and `head`.

import type { Change, ChangeValue } from './change.ts';
import { countChanges, type DiffReport } from './report.ts';
import { diffWords } from './word-diff.ts';

/** Increased when a field changes its meaning or is removed, but not for new fields. */
const version = 1;

export function formatJsonDiff(report: DiffReport): string {
  return `${JSON.stringify(describeDiff(report), undefined, 2)}\n`;
}

/** The document as data. */
export function describeDiff({ base, head, diff, versions }: DiffReport): object {
  return {
    format: 'stele-diff',
    version,
    base,
    head,
    summary: countChanges(diff.changes),
    languages: [...diff.labels].map(([id, label]) => ({ id, label })),
    changes: diff.changes.map(describeChange),
    pages: diff.pages,
    unknown: diff.unknown,
    notices: diff.notices,
    ...(versions === undefined ? {} : { versions }),
  };
}

function describeChange({ values, ...rest }: Change): object {
  return { ...rest, values: values.map(describeValue) };
}

/** Texts have their words too, so that no reader of the JSON must compare them. */
function describeValue(value: ChangeValue): object {
  const { before, after } = value;
  if (before === undefined || after === undefined || (!/\s/.test(before) && !/\s/.test(after))) return value;
  return { ...value, words: diffWords(before, after) };
}
