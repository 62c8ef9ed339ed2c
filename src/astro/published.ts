// The files that a dev server sends besides pages: the files of `public`, which have precedence, files of the content
// folder that pages show or link to, icons, Markdown twins, the search index, files of the navigation, and files for
// crawlers. Each is made at its first request.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { Connect } from 'vite';
import type { Address, SiteData } from '../compiler/model/index.ts';
import { drawIcons, findInside, readDataSchema, sha256 } from '../project/index.ts';
import { publicFolderOf } from '../disk/index.ts';
import { admitRequest, sendBytes, sendFile } from '../serve/index.ts';
import { wordsIn } from '../site/index.ts';
import { firstPartOf, isReplaced, outputFiles, schemasFolder, typeOfSiteFile } from '../compiler/source/index.ts';
import { sharedContentFolder, sharedSiteData } from './site-module.ts';

/** The files that are generated from one state of the site, by their path below its top. */
interface MadeFiles {
  icons?: Promise<ReadonlyMap<string, Uint8Array>>;
  search?: ReadonlyMap<string, string>;
  navigation?: ReadonlyMap<string, string>;
  host?: ReadonlyMap<string, string>;
  agents?: ReadonlyMap<string, string>;
  /** All texts of each tree. */
  full?: Map<string | undefined, Promise<ReadonlyMap<string, string>>>;
  /** The page of each Markdown twin; twins are written anew for each request. */
  twins?: ReadonlyMap<string, Address>;
}

const made = new WeakMap<SiteData, MadeFiles>();

/**
 * Responds to a request for a file that the site publishes.
 * @param path the file's path below the site's top, decoded
 * @returns false if there is no such file; then nothing is sent
 */
export async function answerPublished(
  data: SiteData,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const place = data.publicFiles.get(path === '' || path.endsWith('/') ? `${path}${outputFiles.page}` : path);
  if (place !== undefined) return sendFromFolder(publicFolderOf(sharedContentFolder()), place, request, response);
  const asset = path.startsWith('_content/') ? path.slice('_content/'.length) : undefined;
  if (asset !== undefined && data.assets.includes(asset)) {
    return sendFromFolder(sharedContentFolder(), data.placeOf(asset), request, response);
  }
  const bytes = await makeFile(data, path);
  if (bytes === undefined) return false;
  sendBytes(request, response, 200, typeOfSiteFile(path), bytes);
  return true;
}

/** Responds with the site's own 404 page, if `public` contains one. */
export async function answerNotFound(
  data: SiteData,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const place = data.publicFiles.get(outputFiles.notFound);
  return place !== undefined && sendFromFolder(publicFolderOf(sharedContentFolder()), place, request, response, 404);
}

/** Middleware that sends published files, for sites that run Astro themselves. */
export function servePublished(base: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const admission = admitRequest(request, undefined);
    const path =
      admission.kind === 'admitted' && admission.path.startsWith(base) ? admission.path.slice(base.length) : '';
    const data = sharedSiteData();
    if (path === '' || data === undefined) return next();
    answerPublished(data, path, request, response).then((isAnswered) => void (isAnswered || next()), next);
  };
}

/** Sends a file of a folder, unless the file has become a symbolic link that leads out of the folder. */
async function sendFromFolder(
  folder: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  status = 200,
): Promise<boolean> {
  const inside = await findInside(folder, path);
  return inside !== undefined && (await sendFile(request, response, inside.folder, inside.path, status)) === 'file';
}

async function makeFile(data: SiteData, path: string): Promise<Uint8Array | string | undefined> {
  // The address of a page: no generated file stands there, and making all of them would delay the page.
  if (path === '' || path.endsWith('/')) return undefined;
  const files = made.get(data) ?? {};
  made.set(data, files);
  if (/^(?:favicon\.(?:svg|ico)|apple-touch-icon\.png)$/.test(path)) {
    return (await (files.icons ??= drawIcons(data))).get(path);
  }
  if (path.startsWith('_search/')) return (files.search ??= data.writeSearch()).get(path);
  if (path.startsWith('_navigation/')) return (files.navigation ??= data.writeNavigation()).get(path);
  if (/\.(?:md|json)$/.test(path)) {
    files.twins ??= new Map(
      [...data.addresses, ...data.lists].flatMap((address) => data.twinsOf(address).map((twin) => [twin, address])),
    );
    const address = files.twins.get(firstPartOf(path) ?? path);
    if (address && !isReplaced(path, data.publicFiles)) return (await writeTwins(data, address)).get(path);
  }
  if (path.startsWith(`${schemasFolder}/`)) return readDataSchema(path);
  const ofAgents = (files.agents ??= data.writeAgentFiles(sha256)).get(path);
  if (ofAgents !== undefined) return ofAgents;
  const full = /^(?:([^/]+)\/)?(?:llms-full\.txt|_llms\/full\/[^/]+\.txt)$/.exec(path);
  if (full !== null && data.fullTexts.includes(full[1])) {
    files.full ??= new Map();
    const texts = files.full.get(full[1]) ?? writeFullTexts(data, full[1]);
    files.full.set(full[1], texts);
    return (await texts).get(path);
  }
  if (!/^[\w-]+\.(?:txt|xml|json)$/.test(path)) return undefined;
  files.host ??= new Map(data.viewHostFiles().map((file) => [file.path, file.text]));
  return files.host.get(path);
}

/** All texts of a tree. Other requests are answered between the pages: those of a large site take seconds. */
async function writeFullTexts(data: SiteData, language: string | undefined): Promise<ReadonlyMap<string, string>> {
  const twins = new Map<string, string>();
  for (const address of data.addresses.filter((each) => each.language === language)) {
    for (const [path, text] of await writeTwins(data, address)) twins.set(path, text);
    await setImmediate();
  }
  return data.writeFullTexts(language, (path) => twins.get(path));
}

async function writeTwins(data: SiteData, address: Address): Promise<ReadonlyMap<string, string>> {
  const words = wordsIn(data.lang);
  return data.writeTwins(await data.viewPage(address, words.values), words);
}
