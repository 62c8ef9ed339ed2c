// curl commands → links from the paths in their addresses to the documented methods with that verb and path.

import { httpLanguage } from '../../../compiler/languages/index.ts';
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

/** Finds the addresses in commands, including continued lines. */
export function findCurlLinks(text: string, paths: readonly DocumentedPath[]): FoundLinks {
  const links: CodeLink[] = [];
  let ambiguous = 0;
  for (const command of text.matchAll(/(?<![\w./-])curl\s(?:\\\n|[^\n])*/g)) {
    const address = /(?<=\s|['"])https?:\/\/[^\s/'"?#]+(\/[^\s'"?#]*)/.exec(command[0]);
    if (address === null) continue;
    const path = trimEndWhere(address[1]!, (code) => code === 0x2f);
    // A version prefix is not part of the documented path.
    const meant = mostLiteral(
      paths.filter((candidate) => fits(candidate, verbOf(command[0]), path.replace(/^\/v\d+(?=\/)/, ''))),
    );
    const start = command.index + address.index + address[0].length - address[1]!.length;
    if (meant.length === 1) links.push({ start, end: start + path.length, target: meant[0]!.target });
    else if (meant.length > 1) ambiguous++;
  }
  return { links, ambiguous };
}

/** The verb that curl sends: from an option, else implied by the kind of data. */
function verbOf(command: string): string {
  const asked = /\s(?:-X\s*|--request[\s=])['"]?([A-Za-z]+)/.exec(command)?.[1];
  if (asked !== undefined) return asked.toUpperCase();
  if (/\s(?:-G|--get)(?=\s|$)/.test(command)) return 'GET';
  if (/\s(?:-I|--head)(?=\s|$)/.test(command)) return 'HEAD';
  if (/\s(?:-T|--upload-file)(?=[\s=])/.test(command)) return 'PUT';
  return /\s(?:-d|--data(?:-\w+)*|--json|-F|--form)(?=[\s='"@])/.test(command) ? 'POST' : 'GET';
}

function fits({ verb, segments }: DocumentedPath, asked: string, path: string): boolean {
  const parts = path.split('/').slice(1);
  return (
    verb === asked &&
    parts.length === segments.length &&
    segments.every((segment, i) => (segment === undefined ? parts[i] !== '' : segment === parts[i]))
  );
}

/** The paths with the fewest parameters: `/users/me` rather than `/users/:id`. */
function mostLiteral(paths: readonly DocumentedPath[]): readonly DocumentedPath[] {
  const parameters = ({ segments }: DocumentedPath): number =>
    segments.filter((segment) => segment === undefined).length;
  const fewest = paths.map(parameters).reduce((least, count) => Math.min(least, count), Infinity);
  return paths.filter((path) => parameters(path) === fewest);
}
