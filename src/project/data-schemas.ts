// The JSON Schemas of a site's data, which stand beside the data.

import { readFile } from 'node:fs/promises';
import { dataSchemas } from '../compiler/source/index.ts';

/** Files in `docs/schemas`, by path from the top of a site. */
const files: ReadonlyMap<string, string> = new Map([
  [dataSchemas.page, 'page-data'],
  [dataSchemas.symbols, 'symbols'],
  [dataSchemas.site, 'site-data'],
]);

/**
 * The text of a schema; undefined if none has this path.
 * @throws the system's error if a file of Stele is missing
 */
export async function readDataSchema(path: string): Promise<string | undefined> {
  const name = files.get(path);
  if (name === undefined) return undefined;
  return readFile(new URL(`../../docs/schemas/${name}.schema.json`, import.meta.url), 'utf8');
}

/** All schemas, by path from the top of the site. */
export async function readDataSchemas(): Promise<ReadonlyMap<string, string>> {
  const read = async (path: string): Promise<readonly [string, string]> => [path, (await readDataSchema(path))!];
  return new Map(await Promise.all([...files.keys()].map(read)));
}
