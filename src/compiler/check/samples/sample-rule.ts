// What rules of samples look at: each sample with what its grammar says, and where the site shows it.

import type { Report } from '../../diagnostics/index.ts';
import type {
  CollectedSample,
  LanguageId,
  ResolvedBlock,
  ResolvedEntity,
  ResolvedPage,
  ResolvedPanel,
  ResolvedModel,
  SampleSyntax,
} from '../../model/index.ts';
import type { CurlRequest } from './read-curl.ts';
import type { JsonText } from './read-json.ts';

/** A sample that is checked. */
export interface CheckedSample {
  readonly sample: CollectedSample;
  /** The language whose extension it has; absent for those of no language. */
  readonly language?: LanguageId | undefined;
  /** Absent where no grammar read it. */
  readonly syntax?: SampleSyntax | undefined;
  /** The requests that a shell script makes, in order. */
  readonly requests: readonly CurlRequest[];
  /** What a `.json` file says. */
  readonly json?: JsonText | undefined;
  /** Whether it holds characters that nobody sees: names that they are in would seem wrong. */
  readonly hasInvisible: boolean;
  /** Where it is shown, in the order of pages and blocks. */
  readonly uses: readonly SampleUse[];
}

/** One panel that shows a sample. */
export interface SampleUse {
  readonly page: ResolvedPage;
  readonly block: ResolvedBlock;
  readonly panel: ResolvedPanel;
  /** The entity whose tables stand beside it. */
  readonly entity?: ResolvedEntity | undefined;
}

export interface SampleContext {
  readonly resolved: ResolvedModel;
  /** By path, in path order; without those of which nothing is shown anyway. */
  readonly samples: ReadonlyMap<string, CheckedSample>;
  /** Texts of pages that are not on the site as written: behind a flag, or broken. They may show samples, too. */
  readonly unseen: readonly string[];
}

/** A rule looks at all samples and reports. */
export type SampleRule = (context: SampleContext, report: Report) => void;

/** Whether nothing more can be said of a sample: it is no code, and what else seems wrong may be the echo of that. */
export function isUnreadable({ syntax, json, requests, hasInvisible }: CheckedSample): boolean {
  if (hasInvisible) return true;
  const texts = [syntax, json, ...requests.flatMap(({ bodies }) => bodies)];
  return texts.some((text) => text?.fault !== undefined);
}

/** Entities that a sample stands for, each once, with where it does. */
export function entitiesOf({ uses }: CheckedSample): ReadonlyMap<ResolvedEntity, SampleUse> {
  const entities = new Map<ResolvedEntity, SampleUse>();
  for (const use of uses) if (use.entity && !entities.has(use.entity)) entities.set(use.entity, use);
  return entities;
}

/** A sample's text with spaces in place of its comments: same offsets. */
export function codeWithoutComments({ sample, syntax }: CheckedSample): string {
  const { text } = sample.file;
  let code = '';
  let at = 0;
  for (const { start, end } of syntax?.comments ?? []) {
    code += text.slice(at, start) + ' '.repeat(Math.max(end - start, 0));
    at = end;
  }
  return code + text.slice(at);
}
