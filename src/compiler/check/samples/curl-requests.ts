// A curl sample against its entity's verb and path: does it make the request that the page is about?

import { httpLanguage } from '../../languages/index.ts';
import type { ResolvedEntity } from '../../model/index.ts';
import { hasParts } from './find-word.ts';
import { entitiesOf, isUnreadable, type SampleRule } from './sample-rule.ts';
import { hole, type CurlRequest } from './read-curl.ts';

export const checkCurlRequests: SampleRule = ({ samples }, report) => {
  for (const sample of samples.values()) {
    const { requests } = sample;
    if (isUnreadable(sample)) continue;
    const { file } = sample.sample;
    for (const [entity, { block }] of entitiesOf(sample)) {
      const wanted = wantedOf(entity);
      if (wanted === undefined || requests.some((request) => fits(request, wanted))) continue;
      const related = [{ message: 'shown here', source: block.file, range: block.range }];
      // Of several requests the one that is nearest: the right address with another verb.
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

interface Wanted {
  readonly verb: string;
  readonly path: string;
  readonly segments: readonly string[];
}

function wantedOf({ forms }: ResolvedEntity): Wanted | undefined {
  const form = forms.get(httpLanguage);
  if (form?.kind !== 'method' || form.source !== httpLanguage) return undefined;
  const { type, title } = form.entity;
  if (type === undefined || title === undefined || !title.value.startsWith('/')) return undefined;
  const path = title.value.split(/[?#]/, 1)[0]!;
  return { verb: type.value.toUpperCase(), path, segments: path.split('/').filter((segment) => segment !== '') };
}

function fits({ verb, address }: CurlRequest, wanted: Wanted): boolean {
  return (verb === hole || verb.toUpperCase() === wanted.verb) && hasPath(address?.segments, wanted.segments);
}

/** The path may stand below another one, such as a version. What nobody knows fits. */
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
