// A tagged version → what it changes for readers of each language. The pages of the changelog itself do not count.

import { findDifferences, groupDifferences, type Change } from '../diff/index.ts';
import type { Reference } from '../export/index.ts';

/** A tag of the repository. */
export interface Tag {
  readonly name: string;
  /** When its commit was made, in UTC: `2027-01-31T10:00:00Z`. */
  readonly date: string;
}

/** A tag and what it changes. */
export interface Release {
  readonly tag: Tag;
  /** Why the tag cannot be read. Its changes are then unknown. */
  readonly failure?: string | undefined;
  /** Name of the tag that it is compared with; absent if no older tag can be read. */
  readonly base?: string | undefined;
  /** Changes in all languages. */
  readonly changes: readonly Change[];
  /** Changes that readers of a language see, by its id. */
  readonly byLanguage: ReadonlyMap<string, readonly Change[]>;
  /** Files whose changes are unknown, since a version of them cannot be read as a whole. */
  readonly unknown: readonly string[];
}

/** A version of the reference with its tag. */
export interface TaggedReference {
  readonly tag: Tag;
  readonly reference: Reference;
}

/** A release that cannot be read. */
export function unreadableRelease(tag: Tag, failure: string): Release {
  return { tag, failure, changes: [], byLanguage: new Map(), unknown: [] };
}

/**
 * Compares a version with the one before it.
 * @param base undefined if it is the first one
 * @param languages ids of the languages that the changelog is written for
 * @param route route of the changelog's folder
 */
export function compareRelease(
  base: TaggedReference | undefined,
  head: TaggedReference,
  languages: readonly string[],
  route: string,
): Release {
  if (base === undefined) return { tag: head.tag, changes: [], byLanguage: new Map(), unknown: [] };
  const [old, now] = [withoutChangelog(base.reference, route), withoutChangelog(head.reference, route)];
  const differences = findDifferences(old, now);
  const { changes, unknown } = groupDifferences(old, now, differences);
  const approved = changes.filter(({ approval }) => approval !== undefined);
  const byLanguage = languages.map((language) => {
    const seen = groupDifferences(old, now, differences, { language }).changes;
    return [language, seen.map((change) => withApproval(change, language, approved))] as const;
  });
  const files = [...new Set(unknown.map(({ file }) => file))].toSorted();
  return { tag: head.tag, base: base.tag.name, changes, byLanguage: new Map(byLanguage), unknown: files };
}

function withoutChangelog(reference: Reference, route: string): Reference {
  const isOther = (path: string): boolean => path !== route && !path.startsWith(`${route}/`);
  return {
    ...reference,
    pages: reference.pages.filter((page) => isOther(page.route)),
    diagnostics: reference.diagnostics.filter(({ file }) => isOther(file)),
  };
}

/**
 * Approvals name changes in all languages. A change in one language has the approval of the change that it is part of.
 * @param approved the changes in all languages that have an approval
 */
function withApproval(change: Change, language: string, approved: readonly Change[]): Change {
  if (approved.length === 0) return change;
  const subject = JSON.stringify(change.subject);
  const whole = approved.find(
    ({ kind, languages, ...other }) =>
      kind === change.kind &&
      (languages.length === 0 || languages.includes(language)) &&
      JSON.stringify(other.subject) === subject &&
      other.values.some(
        ({ before, after }) => before === change.values[0]?.before && after === change.values[0]?.after,
      ),
  );
  return { ...change, approval: whole?.approval };
}
