// curl commands → links from the paths in their addresses to the documented methods with that verb and path.

import { findCurlCommands, httpLanguage, readCurl } from '../../../compiler/languages/index.ts';
import type { ResolvedModel } from '../../../compiler/model/index.ts';
import { trimEndWhere } from '../../../compiler/text/index.ts';
import type { CodeLink, FoundLinks } from './find-links.ts';
import type { CodeTarget } from './documented-members.ts';

/** A documented path: its segments, `undefined` for a parameter. */
export interface DocumentedPath {
  readonly verb: string;
  readonly segments: readonly (string | undefined)[];
  readonly target: CodeTarget;
}

/** Collects the paths of a reference. */
export function collectPaths(resolved: ResolvedModel): readonly DocumentedPath[] {
  const paths: DocumentedPath[] = [];
  for (const { route, entities } of resolved.pages.values()) {
    for (const { id, forms } of entities) {
      const form = forms.get(httpLanguage);
      const { title, type } = form?.entity ?? {};
      if (form?.source !== httpLanguage || form.kind !== 'method' || !title?.value.startsWith('/') || !type) continue;
      const segments = title.value
        .split('?', 1)[0]!
        .split('/')
        .slice(1)
        .map((segment) => (/^[:{]/.test(segment) ? undefined : segment));
      paths.push({ verb: type.value.toUpperCase(), segments, target: { route, anchor: id } });
    }
  }
  return paths;
}

/** Documented paths by verb, number of segments and first segment, so that few of them are compared with an address. */
export type PathIndex = ReadonlyMap<string, readonly DocumentedPath[]>;

export function indexPaths(paths: readonly DocumentedPath[]): PathIndex {
  const index = new Map<string, DocumentedPath[]>();
  for (const path of paths) {
    const key = keyOf(path.verb, path.segments, path.segments[0]);
    const known = index.get(key);
    if (known) known.push(path);
    else index.set(key, [path]);
  }
  return index;
}

/** @param first the first segment; undefined for a parameter */
function keyOf(verb: string, { length }: readonly unknown[], first: string | undefined): string {
  return `${verb} ${length} ${first === undefined ? '' : `/${first}`}`;
}

/** Finds the addresses in commands, including continued lines. */
export function findCurlLinks(text: string, paths: PathIndex): FoundLinks {
  const links: CodeLink[] = [];
  let ambiguous = 0;
  for (const command of findCurlCommands(text)) {
    const { verb = '', address } = readCurl(command) ?? {};
    if (address?.segments === undefined || !/^https?$/i.test(address.scheme ?? '') || address.path === '/') continue;
    const [first = '', ...rest] = address.segments;
    // A version prefix is not part of the documented path.
    const segments = /^v\d+$/.test(first) && rest.length > 0 ? rest : address.segments;
    const asked = verb.toUpperCase();
    const candidates = [segments[0], undefined].flatMap((start) => paths.get(keyOf(asked, segments, start)) ?? []);
    const meant = mostLiteral(candidates.filter((candidate) => fits(candidate, segments)));
    const { start } = address.range;
    const written = trimEndWhere(text.slice(start, address.range.end), (code) => code === 0x2f);
    if (meant.length === 1) links.push({ start, end: start + written.length, target: meant[0]!.target });
    else if (meant.length > 1) ambiguous++;
  }
  return { links, ambiguous };
}

function fits({ segments }: DocumentedPath, parts: readonly string[]): boolean {
  return segments.every((segment, i) => segment === undefined || segment === parts[i]);
}

/** The paths with the fewest parameters: `/users/me` rather than `/users/:id`. */
function mostLiteral(paths: readonly DocumentedPath[]): readonly DocumentedPath[] {
  const parameters = ({ segments }: DocumentedPath): number =>
    segments.filter((segment) => segment === undefined).length;
  const fewest = paths.map(parameters).reduce((least, count) => Math.min(least, count), Infinity);
  return paths.filter((path) => parameters(path) === fewest);
}
