// The input of the rules for samples: each sample with its syntax, and the places where the site shows it.

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
import type { CurlRequest } from './curl-bodies.ts';
import type { JsonText } from './read-json.ts';

/** A sample that is checked. */
export interface CheckedSample {
  readonly sample: CollectedSample;
  /** The language of its extension, if the site has one. */
  readonly language?: LanguageId | undefined;
  /** Absent if the sample was not parsed. */
  readonly syntax?: SampleSyntax | undefined;
  /** The requests that a shell script makes, in order. */
  readonly requests: readonly CurlRequest[];
  /** The content of a `.json` or `.http` file. */
  readonly json?: JsonText | undefined;
  /** Whether it contains invisible characters. Names with such characters would seem unknown. */
  readonly hasInvisible: boolean;
  /** The panels that show it, in the order of pages and blocks. */
  readonly uses: readonly SampleUse[];
}

/** One panel that shows a sample. */
export interface SampleUse {
  readonly page: ResolvedPage;
  readonly block: ResolvedBlock;
  readonly panel: ResolvedPanel;
  /** The entity whose tables are beside it. */
  readonly entity?: ResolvedEntity | undefined;
}

export interface SampleContext {
  readonly resolved: ResolvedModel;
  /** The samples to check, by path, in path order. */
  readonly samples: ReadonlyMap<string, CheckedSample>;
  /**
   * Texts of pages that are not on the site, or not as written: behind a flag, or broken. They may use samples, too.
   */
  readonly unseen: readonly string[];
}

/** A rule reads all samples and reports findings. A long one returns its work in steps. */
export type SampleRule = (context: SampleContext, report: Report) => void | Iterable<void>;

/** Whether a sample has a syntax error or invisible characters. Further findings would probably be caused by them. */
export function isUnreadable({ syntax, json, requests, hasInvisible }: CheckedSample): boolean {
  if (hasInvisible) return true;
  const texts = [syntax, json, ...requests.flatMap(({ bodies }) => bodies)];
  return texts.some((text) => text?.fault !== undefined);
}

/** The entities beside a sample, each with the first panel that shows the sample beside it. */
export function entitiesOf({ uses }: CheckedSample): ReadonlyMap<ResolvedEntity, SampleUse> {
  const entities = new Map<ResolvedEntity, SampleUse>();
  for (const use of uses) if (use.entity && !entities.has(use.entity)) entities.set(use.entity, use);
  return entities;
}

/** The text of a sample in which spaces replace the comments. Offsets stay the same. */
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
