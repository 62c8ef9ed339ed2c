// Reports curl samples whose request has another verb or path than the entity beside them.

import { hole, httpLanguage } from '../../languages/index.ts';
import type { ResolvedEntity } from '../../model/index.ts';
import { hasParts } from './find-word.ts';
import { entitiesOf, isUnreadable, type SampleRule } from './sample-rule.ts';
import type { CurlRequest } from './curl-bodies.ts';

export const checkCurlRequests: SampleRule = ({ samples }, report) => {
  for (const sample of samples.values()) {
    const { requests } = sample;
    if (isUnreadable(sample)) continue;
    const { file } = sample.sample;
    for (const [entity, { block }] of entitiesOf(sample)) {
      const wanted = documentedRequest(entity);
      if (wanted === undefined || requests.some((request) => fits(request, wanted))) continue;
      const related = [{ message: 'shown here', source: block.file, range: block.range }];
      // Of several requests, report the most similar one: the one with the right path and another verb.
      const request = requests.find(({ address }) => hasPath(address?.segments, wanted.segments)) ?? requests[0];
      if (request === undefined) continue;
      const { verb, verbRange, address } = request;
      if (address && !hasPath(address.segments, wanted.segments)) {
        report('wrong-path', { file, range: address.range, related }, { name: address.path, wanted: wanted.path });
      } else {
        report(
          'wrong-verb',
          { file, range: verbRange, related },
          { name: verb, wanted: wanted.verb, path: wanted.path },
        );
      }
    }
  }
};

/** The request that the reference documents. */
interface DocumentedRequest {
  readonly verb: string;
  readonly path: string;
  readonly segments: readonly string[];
}

function documentedRequest({ forms }: ResolvedEntity): DocumentedRequest | undefined {
  const form = forms.get(httpLanguage);
  if (form?.kind !== 'method' || form.source !== httpLanguage) return undefined;
  const { type, title } = form.entity;
  if (type === undefined || title === undefined || !title.value.startsWith('/')) return undefined;
  const path = title.value.split(/[?#]/, 1)[0]!;
  return { verb: type.value.toUpperCase(), path, segments: path.split('/').filter((segment) => segment !== '') };
}

function fits({ verb, address }: CurlRequest, wanted: DocumentedRequest): boolean {
  return (verb === hole || verb.toUpperCase() === wanted.verb) && hasPath(address?.segments, wanted.segments);
}

/**
 * Whether a path ends with the documented one. It may have a prefix, such as a version. An unknown path always matches.
 */
function hasPath(segments: readonly string[] | undefined, wanted: readonly string[]): boolean {
  if (segments === undefined) return true;
  if (segments.length < wanted.length) return false;
  const last = segments.slice(segments.length - wanted.length);
  return wanted.every((segment, i) => fitsSegment(last[i]!, segment));
}

function fitsSegment(written: string, wanted: string): boolean {
  if (/^:\w+$|^\{\w+\}$/.test(wanted)) return true;
  if (!written.includes(hole)) return written === wanted || `${written}` === decode(wanted);
  return hasParts(wanted, written.split(hole));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
