// Builds a content folder and serves it to a browser under the strictest policy. Two sites are ready to use: the
// example, with a page that most languages lack, and a site with content that is hard to lay out.

import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../../scripts/static-host.ts';
import { buildSite } from '../site/build-site.ts';
import { builtExample } from '../site/built-example.ts';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';
import { policyOf } from './policy.ts';
import { closeContexts, inContext } from './shared-browser.ts';
import { facePath, strainSite } from './strain-site.ts';

export interface OpenSite {
  /** The address of the home page, with `/` at its end. */
  readonly url: string;
  /**
   * Opens a page, lets `work` use it, and closes it. A page that hangs is opened once again (`inContext`).
   * @param prepare gets the page before it is opened
   */
  withPage<T>(
    path: string,
    options: BrowserContextOptions,
    work: (page: Page) => Promise<T>,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<T>;
  close(): Promise<void>;
}

/** A page that only Python has. The example itself has every page in JavaScript. */
export const pythonOnly = 'reference/python-only/';

/** A copy of the example with the page `pythonOnly`. */
export function openExample(): Promise<OpenSite> {
  return openSite((content) => {
    cpSync(join(repository, 'content'), content, { recursive: true });
    const form =
      '  python:\n    - key: Only\n      id: python_only\n      title: class Only\n' +
      '      properties:\n        - key: id\n          type: str\n';
    writeFileSync(join(content, `${pythonOnly.slice(0, -1)}.mdx`), `---\nreference:\n${form}---\n\n# Only here\n`);
  });
}

/** The site with content that is hard to lay out. */
export function openStrain(): Promise<OpenSite> {
  return openSite(writeStrain);
}

/** Writes the strain site's content into a folder. */
export function writeStrain(content: string): void {
  for (const [path, text] of Object.entries(strainSite)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text.replace('PARTS', join(repository, 'src/site/components')));
  }
  mkdirSync(join(content, dirname(facePath)));
  copyFileSync(join(repository, 'content/_fonts/inter.woff2'), join(content, facePath));
}

/** A site that is served under the strictest policy. */
export interface ServedSite {
  /** The folder of the built files. */
  readonly folder: string;
  /** The address of the home page, with `/` at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Builds and serves a site.
 * @param base path that the site is served under, with `/` at both ends
 */
export async function serveSite(content: string, base = '/'): Promise<ServedSite> {
  const { folder } = await buildSite(content, { args: ['--base', base] });
  const host = await serve(folder, { base, policy: policyOf(folder) });
  const close = async (): Promise<void> => {
    await closeContexts();
    await host.close();
    removeFolder(join(folder, '..'));
  };
  return { folder, url: host.url, close };
}

/**
 * Serves the example, which is built once for all files of a run.
 * @param base as for `serveSite`
 */
export async function serveExample(base = '/'): Promise<ServedSite> {
  const { folder } = await builtExample(base);
  const host = await serve(folder, { base, policy: policyOf(folder) });
  const close = async (): Promise<void> => {
    await closeContexts();
    await host.close();
  };
  return { folder, url: host.url, close };
}

async function openSite(write: (content: string) => void): Promise<OpenSite> {
  const content = temporaryFolder();
  write(content);
  const { url, close } = await serveSite(content);
  return {
    url,
    withPage: (path, options, work, prepare) =>
      inContext(options, async (context) => {
        const page = await context.newPage();
        await prepare?.(page);
        await page.goto(url + path);
        return work(page);
      }),
    close: async () => {
      await close();
      removeFolder(content);
    },
  };
}
