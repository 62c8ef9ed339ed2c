// Serves a site of given files for the tests of a file.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { serveSite, type ServedSite } from './open-site.ts';

/**
 * Builds a site before the tests of a file, serves it under the strictest policy, and removes it after them.
 * @param files texts by path from the content folder
 * @returns the address of the home page, with `/` at its end (known when the first test begins)
 */
export function setUpSite(files: Readonly<Record<string, string>>): { readonly url: string } {
  let content: string;
  let site: ServedSite;
  beforeAll(async () => {
    content = temporaryFolder();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(content, path), text);
    }
    site = await serveSite(content);
  }, 180_000);
  afterAll(async () => {
    await site?.close();
    if (content !== undefined) removeFolder(content);
  });
  return {
    get url() {
      return site.url;
    },
  };
}
