// Search records → the files of the index. Equal records give equal bytes.

import type { SearchRecords } from '../../compiler/model/index.ts';
import { prepareSymbols } from './write-symbols.ts';
import { writeTexts } from './write-texts.ts';

/** Folder of the index, below the top of the output. */
export const searchFolder = '_search';

/** Name of the file of symbols on a site without languages. On other sites, it is a language's id. */
export const withoutLanguage = 'all';

/** Writes the files of the index. Returns their JSON by path from the top of the output. */
export function writeSearchIndex(records: SearchRecords): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const addFile = (kind: string, content: unknown): string => {
    const text = JSON.stringify(content);
    const name = `${kind}.${hashOf(text)}.json`;
    files.set(`${searchFolder}/${name}`, text);
    return name;
  };
  const texts = addFile('texts', writeTexts(records, addFile));
  const ids = records.languages.length > 0 ? records.languages.map(({ id }) => id) : [undefined];
  const writeSymbols = prepareSymbols(records, texts);
  for (const id of ids) files.set(`${searchFolder}/${id ?? withoutLanguage}.json`, JSON.stringify(writeSymbols(id)));
  return files;
}

/** A hash of ten characters (two rounds of FNV-1a, 26 bits of each). It is not cryptographic. */
function hashOf(text: string): string {
  const round = (seed: number): string => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(36).padStart(7, '0').slice(-5);
  };
  return round(0x811c9dc5) + round(0x1b873593);
}
