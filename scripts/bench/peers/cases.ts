// The cases that are measured, and the edit that each one makes: the same words for every generator.

import { inWords } from '../naming.ts';
import type { SectionPlan } from '../plan-site.ts';
import { titleOf } from '../write-page.ts';

/** Cases in the order in which they are measured. */
export const caseNames = ['cold', 'unchanged', 'description', 'sample', 'page', 'navigation', 'style'] as const;

export type CaseName = (typeof caseNames)[number];
/** Cases that edit a file before the build. */
export type EditName = Exclude<CaseName, 'cold' | 'unchanged'>;

export const caseLabels: Readonly<Record<CaseName, string>> = {
  cold: 'cold',
  unchanged: 'nothing changed',
  description: 'one description edited',
  sample: 'one sample edited',
  page: 'one page edited',
  navigation: 'a navigation entry edited',
  style: 'style sheet changed',
};

/** The words that an edit replaces, and the words that stand there afterwards. */
export interface Edit {
  readonly from: string;
  readonly to: string;
  /** Part of `to` that the built site must contain. */
  readonly mark: string;
  /** Whether the words are replaced everywhere: Starlight's pages repeat a description in every language. */
  readonly isEverywhere: boolean;
}

/** The colour of links before the first edit. */
export const accent = '#0a7f10';

/** The object that the edits are about: in the middle of the section in the middle; no other page repeats its texts. */
export function editedObject(sections: readonly SectionPlan[]): SectionPlan['objects'][number] {
  const { objects } = sections[Math.floor(sections.length / 2)]!;
  // Every fourth object has a method that creates one; methods that update show the description of its identifier.
  return objects[Math.floor(objects.length / 8) * 4]!;
}

/** Returns the edit of a case. @param round 1 for the first edit; every round changes the words of the one before */
export function editOf(name: EditName, round: number, sections: readonly SectionPlan[]): Edit {
  const write = writers(editedObject(sections))[name];
  const mark = (at: number): string => (name === 'style' ? colour(at) : at === 0 ? '' : `${name}${at}`);
  return {
    from: write(mark(round - 1)),
    to: write(mark(round)),
    mark: mark(round),
    isEverywhere: name === 'description',
  };
}

function writers(object: SectionPlan['objects'][number]): Readonly<Record<EditName, (mark: string) => string>> {
  const behind = (mark: string): string => (mark === '' ? '' : ` ${mark}`);
  const [first = ''] = object.prose;
  return {
    description: (mark) => `Unique identifier of the ${inWords(object.id)}${behind(mark)}.`,
    sample: (mark) => `os.environ["ACME_API_KEY${mark}"]`,
    page: (mark) => `${first}${behind(mark)}`,
    navigation: (mark) => `${titleOf(object)}${behind(mark)}`,
    style: (mark) => mark,
  };
}

function colour(round: number): string {
  return `#0a7f${(0x10 + round).toString(16)}`;
}
