// Joins the parts of a site that were built apart into one site: the same bytes as one build.

import { readFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findLostFiles, SiteIncomplete } from './check-site-files.ts';
import { References } from './references.ts';
import { markerFile, readMarker, writeMarker, type Marker, type Shard } from './site-marker.ts';

/** Thrown if folders are not the parts of one site; the message is for the user. */
export class PartsRefused extends Error {
  override readonly name = 'PartsRefused';
}

/** A folder with a part of a site. */
interface Part {
  readonly folder: string;
  readonly marker: Marker & { readonly shard: Shard; readonly files: readonly string[] };
}

/** What the joined site has. */
export interface MergedSite {
  readonly pages: number;
  readonly files: number;
}

/**
 * Joins parts.
 * @param folders folders of all parts, in any order
 * @param out new and empty folder
 * @throws PartsRefused if a part is missing, occurs twice, or is of another site; SiteIncomplete; the system's error
 */
export async function mergeSites(folders: readonly string[], out: string): Promise<MergedSite> {
  const parts = refuseMisfits(await Promise.all(folders.map(readPart)));
  const owners = new Map<string, string>();
  for (const { folder, marker } of parts) {
    for (const path of marker.files.filter((file) => file !== markerFile)) {
      const owner = owners.get(path);
      if (owner === undefined) {
        owners.set(path, folder);
        await mkdir(dirname(join(out, path)), { recursive: true });
        await copyFile(join(folder, path), join(out, path));
      } else if (!readFileSync(join(owner, path)).equals(readFileSync(join(folder, path)))) {
        throw new PartsRefused(`${join(owner, path)} and ${join(folder, path)} differ. Build all parts again.`);
      }
    }
  }
  const files = [...owners.keys()].sort();
  const { base = '/', version = '', pages = 0, errors } = parts[0]!.marker;
  const lost = findLostFiles([out], files, [], new References({ base }));
  if (lost.length > 0) throw new SiteIncomplete(lost);
  await writeMarker(out, { pages, version, base, errors }, files);
  return { pages, files: files.length };
}

async function readPart(folder: string): Promise<Part> {
  const marker = await readMarker(folder);
  const { shard, files } = marker ?? {};
  if (shard === undefined || files === undefined)
    throw new PartsRefused(
      `${folder} is not a part of a site. Build parts with \`stele build --shard 1/4 --out DIR\`.`,
    );
  return { folder, marker: { ...marker, shard, files } };
}

/** @throws PartsRefused if the parts are not all parts of one site */
function refuseMisfits(parts: readonly Part[]): readonly Part[] {
  const first = parts[0];
  if (first === undefined) throw new PartsRefused('There are no parts to join. Name the folder of each part.');
  const facts = ({ marker: { base, version, pages, shard } }: Part): string =>
    JSON.stringify([base, version, pages, shard.count, shard.content]);
  const other = parts.find((part) => facts(part) !== facts(first));
  if (other !== undefined) {
    throw new PartsRefused(
      `${first.folder} and ${other.folder} are parts of different sites. ` +
        'Build all parts from the same content, with the same version of Stele and the same options.',
    );
  }
  const { count } = first.marker.shard;
  const byIndex = new Map<number, Part>();
  for (const part of parts) {
    const known = byIndex.get(part.marker.shard.index);
    if (known) throw new PartsRefused(`${known.folder} and ${part.folder} are the same part of the site.`);
    byIndex.set(part.marker.shard.index, part);
  }
  for (let index = 1; index <= count; index++) {
    if (!byIndex.has(index)) throw new PartsRefused(`Part ${index} of ${count} is missing: name its folder too.`);
  }
  return parts.toSorted((a, b) => a.marker.shard.index - b.marker.shard.index);
}
