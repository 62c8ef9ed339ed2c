// The changes of a report → sections for readers: breaking changes first, corrections last. Accepted changes stand
// where their impact puts them.

import { impacts, type ReportedChange, type ReportedDiff } from './report.ts';

/** Changes of one impact, or the corrections. */
export interface Section {
  readonly title: string;
  /** For a count: `breaking change`. */
  readonly word: string;
  readonly count: number;
  readonly changes: readonly ReportedChange[];
  readonly isFirst: boolean;
}

const names = {
  breaking: ['Breaking', 'breaking change'],
  risk: ['Risks', 'risk'],
  addition: ['Additions', 'addition'],
  text: ['Text', 'text change'],
} as const;

/** The sections that have changes. */
export function listSections(diff: ReportedDiff | undefined): readonly Section[] {
  if (diff === undefined) return [];
  const { shown } = diff.changes;
  const isCorrection = ({ approval }: ReportedChange): boolean => approval === 'correction';
  const sections = impacts.map((impact) => {
    const changes = shown.filter((change) => change.impact === impact && !isCorrection(change));
    const [title, word] = names[impact];
    return {
      title,
      word,
      count: Math.max(diff.counts[impact], changes.length),
      changes,
      isFirst: impact === 'breaking',
    };
  });
  const corrections = shown.filter(isCorrection);
  const count = Math.max(diff.counts.corrections, corrections.length);
  const all = [...sections, { title: 'Corrections', word: 'correction', count, changes: corrections, isFirst: false }];
  return all.filter((section) => section.count > 0);
}
