// Checks samples against their grammars and against the reference beside them. These rules are separate from the others
// because grammars take time: a build runs them only on request.

import type { Report } from '../diagnostics/index.ts';
import { ownerOfExtension } from '../languages/index.ts';
import type { CollectedSample, ResolvedModel, SampleSyntax, SyntaxFault } from '../model/index.ts';
import { compareText } from '../text/index.ts';
import { fillInvisible, invisibleInCode } from './invisible-characters.ts';
import { checkCurlRequests } from './samples/curl-requests.ts';
import { exempt } from './samples/exemptions.ts';
import { checkMethodKeys } from './samples/method-keys.ts';
import { readRequest, type CurlRequest } from './samples/curl-bodies.ts';
import { readHttpBody, readJsonFile } from './samples/read-json.ts';
import { checkRequiredParameters } from './samples/required-parameters.ts';
import { checkResponses } from './samples/responses.ts';
import type { CheckedSample, SampleRule, SampleUse } from './samples/sample-rule.ts';
import { checkSpellings } from './samples/spellings.ts';
import { checkSyntax, findFaults } from './samples/syntax.ts';
import { checkUnusedSamples } from './samples/unused-samples.ts';

const rules: readonly SampleRule[] = [
  checkSyntax,
  checkMethodKeys,
  checkSpellings,
  checkCurlRequests,
  checkRequiredParameters,
  checkResponses,
  checkUnusedSamples,
];

/** Samples between two pauses. */
const samplesPerStep = 200;

/**
 * Runs all rules for samples and reports their findings, in steps: the caller may pause between them.
 * @param syntaxes the parsed samples, by path; a sample that is missing here is not checked as code
 * @param unseen texts of pages that are not on the site, or not as written
 */
export function* checkSamples(
  resolved: ResolvedModel,
  syntaxes: ReadonlyMap<string, SampleSyntax>,
  unseen: readonly string[],
  report: Report,
): Generator<void, void> {
  const uses = findUses(resolved);
  const samples = new Map<string, CheckedSample>();
  for (const sample of samplesOf(resolved)) {
    const { path } = sample.file;
    if (samples.size % samplesPerStep === 0) yield;
    samples.set(path, makeChecked(resolved, sample, syntaxes.get(path), uses.get(path) ?? []));
  }
  const exemptions = exempt(samples, report);
  for (const rule of rules) {
    yield* rule({ resolved, samples, unseen }, exemptions.report) ?? [];
    yield;
  }
  exemptions.finish();
}

/** The syntax errors of a sample, in text order, including those in the JSON that a script sends. */
export function findSampleFaults(syntax: SampleSyntax): readonly SyntaxFault[] {
  return findFaults({ syntax, requests: requestsOf(syntax) });
}

function requestsOf(syntax: SampleSyntax | undefined): readonly CurlRequest[] {
  return (syntax?.commands ?? []).map(readRequest).filter((request) => request !== undefined);
}

/** The samples to check, in path order. Samples with wrong region markers are left out, because no page shows them. */
export function samplesOf({ model }: ResolvedModel): readonly CollectedSample[] {
  const all = [...model.samples.byFolder.values()].flatMap((stems) => [...stems.values()].flat());
  return all
    .filter(({ isBroken, text }) => !isBroken && text.trim() !== '')
    .sort((a, b) => compareText(a.file.path, b.file.path));
}

function makeChecked(
  { site }: ResolvedModel,
  sample: CollectedSample,
  syntax: SampleSyntax | undefined,
  uses: readonly SampleUse[],
): CheckedSample {
  const language = ownerOfExtension(site.languages, sample.extension)?.id;
  const requests = requestsOf(syntax);
  const text = fillInvisible(sample.file.text);
  const json =
    sample.extension === '.json' ? readJsonFile(text) : sample.extension === '.http' ? readHttpBody(text) : undefined;
  const hasInvisible = invisibleInCode.test(sample.file.text);
  return {
    sample,
    uses,
    requests,
    hasInvisible,
    language,
    syntax,
    json,
  };
}

function findUses({ pages }: ResolvedModel): ReadonlyMap<string, readonly SampleUse[]> {
  const uses = new Map<string, SampleUse[]>();
  for (const page of pages.values()) {
    for (const block of page.blocks) {
      const entity = page.entities.find(({ id }) => id === block.entity);
      for (const panel of block.panels) {
        for (const { file } of new Set(panel.samples.values())) {
          const use = { page, block, panel, entity };
          uses.set(file.path, [...(uses.get(file.path) ?? []), use]);
        }
      }
    }
  }
  return uses;
}
