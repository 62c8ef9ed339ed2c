// The types of a diff: the findings in each language, and the changes of the result.

import type { ChangeKind, Impact } from '../../compiler/format/index.ts';
import type { Origin, ReferenceApproval } from '../export/index.ts';

/** A change in one language, before changes with the same effect are grouped. */
export interface Finding {
  readonly kind: ChangeKind;
  /** Absent on changes that do not depend on the language. */
  readonly language?: string | undefined;
  readonly subject: Subject;
  /** What has changed, if the subject only shows it: one change of it is reported once, with all its places. */
  readonly about?: Subject | undefined;
  /** Distinguishes several changes of one kind and subject: the value of an enum, an anchor. */
  readonly detail?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly base?: Origin | undefined;
  readonly head?: Origin | undefined;
  /** What to do about it, in one sentence. */
  readonly hint?: string | undefined;
}

/** What a change is about: a page, an entity on it, or a field of the entity. */
export interface Subject {
  /** Route of the page in base and in head; absent on the side that has no such page. */
  readonly page?: PagePair | undefined;
  /** Id of the entity; the one in base, if it has changed. */
  readonly entity?: string | undefined;
  /** Identity of the field; the one in base, if it has changed. */
  readonly field?: string | undefined;
  /** What `field` names: a field of the entity; a parameter without an entity of its own; a sample by its stem. */
  readonly kind?: 'shared' | 'sample' | undefined;
}

export interface PagePair {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

/** One change, in all languages in which it has the same effect. */
export interface Change {
  /** The same for the same change in other commits; approvals name it. */
  readonly fingerprint: string;
  readonly kind: ChangeKind;
  readonly impact: Impact;
  /** In the site's order; empty if the change does not depend on the language. */
  readonly languages: readonly string[];
  readonly subject: Subject;
  /** The change in one sentence. */
  readonly words: string;
  /** What to do about it, in one sentence. */
  readonly hint?: string | undefined;
  /** Values and places, for each group of languages in which they are equal. */
  readonly values: readonly ChangeValue[];
  /** Every place that shows it, in route order. */
  readonly places: readonly ChangePlace[];
  /** Set by an approval. */
  readonly approval?: Approval | undefined;
}

export interface ChangeValue {
  readonly languages: readonly string[];
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly base?: Origin | undefined;
  readonly head?: Origin | undefined;
}

export interface ChangePlace {
  readonly page: PagePair;
  readonly entity?: string | undefined;
  readonly field?: string | undefined;
  readonly languages: readonly string[];
}

/** Why a change does not block: the team has accepted it, or it corrects documentation that was wrong. */
export type Approval = Omit<ReferenceApproval, 'change' | 'origin'>;

/** A part of a side that could not be read. Changes in it are unknown. */
export interface Unknown {
  readonly side: 'base' | 'head';
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly code: string;
  readonly message: string;
}

/** A page with its changes, for lists of pages. */
export interface ChangedPage {
  readonly page: PagePair;
  readonly title: string;
  readonly impact: Impact;
  /** Languages in which it has changed; empty if it has changed in all. */
  readonly languages: readonly string[];
  /** Fingerprints of its changes. */
  readonly changes: readonly string[];
}

/** A finding about `_approvals.yaml`. */
export interface Notice {
  readonly code: 'unmatched-approval' | 'expired-approval';
  readonly severity: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly place: Origin;
}

export interface Diff {
  /** The most severe first, then in route order. */
  readonly changes: readonly Change[];
  readonly unknown: readonly Unknown[];
  readonly pages: readonly ChangedPage[];
  /** Approvals that do not count. */
  readonly notices: readonly Notice[];
  /** Labels of languages by id. */
  readonly labels: ReadonlyMap<string, string>;
}
