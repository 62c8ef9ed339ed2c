// Compiled templates → a function that draws one page. It calls the program that Astro has compiled as Astro's own loop
// over pages does, so the bytes are the same.

import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Address } from '../../compiler/model/index.ts';
import { FolderWriter } from '../../project/index.ts';
import { drawDirectly, type DirectProgram, type DrawAddress } from './draw-directly.ts';
import { placeError } from './place-error.ts';
import type { Templates } from './templates.ts';

/** Draws the page at a path from the top of the site: `python/reference/errors/`, `''`, or `404`. */
export type DrawPath = (path: string) => Promise<Uint8Array>;

/** Draws a page, or an old address. */
export type DrawPage = (page: { readonly path: string; readonly address?: Address }) => Promise<string | Uint8Array>;

/** Astro's program: the part of its interface that Astro's own loop over pages uses. */
interface Program {
  readonly app: {
    readonly routeCache: { clearAll(): void };
    readonly manifest: DirectProgram['manifest'] & { readonly routes: readonly { readonly routeData: Route }[] };
    setInternals(internals: { readonly pagesByKeys: ReadonlyMap<string, unknown> }): void;
    setOptions(options: object): void;
    render(request: Request, options: { readonly routeData: Route }): Promise<Response>;
  };
}

interface Route {
  readonly component: string;
  readonly pattern: RegExp;
  readonly prerender: boolean;
}

/** Stele's source folder in its package: `src`, or `dist` in the npm package. */
const source = basename(resolve(import.meta.dirname, '../..'));
const page = `${source}/site/routes/page.astro`;
const notFound = `${source}/site/routes/404.astro`;

/** Whether a site of this process has loaded the program of shipped templates. */
let isPlaceUsed = false;

/**
 * The folder of a program, with its files. A program is loaded once, so each site of a process needs its own.
 * @param folder new folder, for a program that has no place yet
 */
export function placeProgram(templates: Templates, folder: string): string {
  if (templates.place !== undefined && !isPlaceUsed) {
    isPlaceUsed = true;
    return templates.place;
  }
  writeProgram(templates, folder);
  return folder;
}

/**
 * Loads compiled templates. They draw the site that is shared at the time of the call (`shareSiteData`).
 * @param folder that `placeProgram` returned for this site
 * @param base path that the templates were compiled for
 * @param hasOwnCode whether the site has components or code of its own, which may use everything of Astro
 */
export async function loadTemplates(
  templates: Omit<Templates, 'server' | 'client'>,
  folder: string,
  base: string,
  hasOwnCode: boolean,
): Promise<DrawPage> {
  const { draw, drawAddress } = await startProgram(templates, folder, base);
  return ({ path, address }) => (hasOwnCode || address === undefined ? draw(path) : drawAddress(address));
}

/** A program that draws sites that change. */
export interface ServingProgram {
  readonly draw: DrawPath;
  /** Makes the program ask for the addresses of the shared site again. */
  readonly forgetAddresses: () => void;
}

/**
 * Loads compiled templates as `loadTemplates` does, to draw pages of sites that change.
 * @param folder new folder for the program's files
 */
export async function loadServingTemplates(
  templates: Templates,
  folder: string,
  base: string,
): Promise<ServingProgram> {
  writeProgram(templates, folder);
  return startProgram(templates, folder, base);
}

function writeProgram({ server }: Templates, folder: string): void {
  const writer = new FolderWriter(folder);
  for (const [path, bytes] of server) writer.write(path, bytes);
}

async function startProgram(
  templates: Omit<Templates, 'server' | 'client'>,
  folder: string,
  base: string,
): Promise<ServingProgram & { readonly drawAddress: DrawAddress }> {
  const { app } = (await import(pathToFileURL(join(folder, templates.entry)).href)) as Program;
  app.setInternals({ pagesByKeys: new Map(templates.pages) });
  app.setOptions({ settings: { scripts: templates.scripts }, logger: { options: { destination: silent } } });
  const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.component, routeData]));
  const [routeOfPage, routeOfNotFound] = [routes.get(page), routes.get(notFound)];
  if (!routeOfPage || !routeOfNotFound) throw new Error('the compiled templates lack their routes');
  const draw: DrawPath = async (path) => {
    const isPage = path !== '404';
    const request = new Request(`http://localhost${base}${isPage ? encodeURI(path) : '404/'}`);
    const response = await app
      .render(request, { routeData: isPage ? routeOfPage : routeOfNotFound })
      .catch(async (error: unknown) => {
        throw await placeError(error, folder, path);
      });
    if (response.status !== (isPage ? 200 : 404)) throw new Error(`/${path} was drawn with status ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return isPage ? withRelativeFiles(bytes, path, base) : bytes;
  };
  const drawText = async (path: string): Promise<string> => Buffer.from(await draw(path)).toString('utf8');
  const drawAddress = drawDirectly(app, page, routeOfPage, drawText);
  return { draw, drawAddress, forgetAddresses: () => app.routeCache.clearAll() };
}

/**
 * Makes the addresses of the styles, scripts and pictures of a site's own components relative: Astro writes them with
 * the base path, and a site works under any path.
 */
function withRelativeFiles(html: Uint8Array, path: string, base: string): Uint8Array {
  const bytes = Buffer.from(html.buffer, html.byteOffset, html.byteLength);
  const absolute = `"${base}_stele/`;
  if (!bytes.includes(absolute)) return html;
  const top = '../'.repeat(path.split('/').length - 1) || './';
  const pattern = new RegExp(`(<[^<>]* (?:href|src)=)${absolute.replaceAll('.', '\\.')}`, 'g');
  const relative = `$1"${top}_stele/`;
  return Buffer.from(bytes.toString('utf8').replace(pattern, relative));
}

/** Errors are thrown; Astro has nothing else to tell. */
const silent = { write: () => true };
