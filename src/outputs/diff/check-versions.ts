// The version of each language's package on both sides → whether the step between them is large enough for the changes
// in this language (https://semver.org).

import type { Reference } from '../export/index.ts';
import type { Change } from './change.ts';

type Step = 'none' | 'patch' | 'minor' | 'major';
const steps: readonly Step[] = ['none', 'patch', 'minor', 'major'];

/** A language whose version has changed too little. */
export interface SmallStep {
  readonly language: string;
  readonly base: string;
  readonly head: string;
  readonly found: Step;
  readonly needed: Step;
}

/**
 * Languages without a version on either side, or with one that is not a semantic version, are not checked. Texts and
 * risks need a patch, additions a minor and breaking changes a major version; below 1.0.0 a minor version may break.
 */
export function checkVersions(base: Reference, head: Reference, changes: readonly Change[]): readonly SmallStep[] {
  const versionsOf = ({ site }: Reference): ReadonlyMap<string, string> =>
    new Map(site.languages.flatMap(({ id, package: of }) => (of?.version === undefined ? [] : [[id, of.version]])));
  const [old, now] = [versionsOf(base), versionsOf(head)];
  return [...now].flatMap(([language, version]) => {
    const before = old.get(language);
    const [from, to] = [parseVersion(before), parseVersion(version)];
    if (before === undefined || from === undefined || to === undefined) return [];
    const needed = stepFor(changes, language, from[0] === 0);
    const found = stepBetween(from, to);
    return steps.indexOf(found) < steps.indexOf(needed)
      ? [{ language, base: before, head: version, found, needed }]
      : [];
  });
}

type Version = readonly [major: number, minor: number, patch: number];

function parseVersion(text: string | undefined): Version | undefined {
  const match = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:[-+].*)?$/.exec(text ?? '');
  return match === null ? undefined : [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
}

/** A lower version is no step. */
function stepBetween(from: Version, to: Version): Step {
  const at = from.findIndex((part, index) => part !== to[index]);
  if (at < 0 || to[at]! < from[at]!) return 'none';
  return (['major', 'minor', 'patch'] as const)[at]!;
}

/** A correction says that the package has not changed. A change for all languages is one of pages, not of packages. */
function stepFor(changes: readonly Change[], language: string, isEarly: boolean): Step {
  const own = changes.filter(
    ({ languages, approval, kind }) =>
      languages.includes(language) && approval?.kind !== 'correction' && !/^(?:sample|anchor)-/.test(kind),
  );
  const has = (impact: string): boolean => own.some((change) => change.impact === impact);
  if (has('breaking')) return isEarly ? 'minor' : 'major';
  if (has('addition')) return isEarly ? 'patch' : 'minor';
  return has('risk') ? 'patch' : 'none';
}
