// Where twins stand, and where their links lead. The address of a page becomes that of its twin.

import type { Address, TwinSettings } from '../../compiler/model/index.ts';
import { encodePath } from '../../compiler/text/index.ts';
import { pathOf, twinPaths } from '../html/index.ts';

/**
 * Stands in texts for the way from a twin to the top of its language's tree, so that a text that is the same in all
 * trees is written once. Content cannot contain it: see `cleanText`.
 */
export const treeTop = '\ufdd0';
/** Stands for the way to the top of the site. */
export const siteTop = '\ufdd1';
/** Stand around the name of a part that depends on the language. */
export const [slotStart, slotEnd] = ['\ufdd2', '\ufdd3'];

/** Replaces the characters with a meaning above, and others that no page can show. */
export function cleanText(text: string): string {
  return unusable.test(text) ? text.replaceAll(new RegExp(unusable, 'g'), '\ufffd') : text;
}

const unusable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufdd0-\ufdef]/;

/** Converts the links of a page's views to those of its twin. */
export class TwinLinks {
  readonly #settings: TwinSettings;

  constructor(settings: TwinSettings) {
    this.#settings = settings;
  }

  /** The target of a link of the page at a route, in every tree; `treeTop` is in front if it leads to the site. */
  inTree(href: string, route: string): string {
    return this.#convert(href, pathOf({ route }), treeTop, (path) => ({ route: path }));
  }

  /** The target of a link of the page at an address; `siteTop` is in front if it leads to the site. */
  inSite(href: string, from: Address): string {
    return this.#convert(href, pathOf(from), siteTop, (path) => {
      const [first = '', ...rest] = path.split('/');
      return this.#settings.languages.has(first) ? { language: first, route: rest.join('/') } : { route: path };
    });
  }

  #convert(href: string, folder: string, top: string, addressOf: (path: string) => Address): string {
    if (href.startsWith('#') || href.startsWith('//') || /^[a-z][a-z\d+.-]*:/i.test(href)) return href;
    const end = /[?#]|$/.exec(href)!.index;
    const path = resolveFrom(folder, href.slice(0, end));
    return top + (this.#twinAt(path, addressOf) ?? path) + href.slice(end);
  }

  /** The encoded path of the twin of the page at an encoded path; undefined for other files. */
  #twinAt(path: string, addressOf: (path: string) => Address): string | undefined {
    if (path !== '' && !path.endsWith('/')) return undefined;
    const address = addressOf(decodeURIComponent(path).replace(/\/$/, ''));
    if (!this.#settings.routes.has(address.route)) return undefined;
    return encodePath(twinPaths(address, this.#settings.files)[0]!);
  }
}

/** Resolves a relative address, without query and hash, from a folder. */
function resolveFrom(folder: string, href: string): string {
  const parts = folder.split('/').slice(0, -1).map(encodeURIComponent);
  const steps = href.split('/');
  const file = steps.pop()!;
  for (const step of steps) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.map((part) => `${part}/`).join('') + (file === '.' ? '' : file);
}

/** Replaces `treeTop` and `siteTop` in the text of a twin by the address of the site, else by relative ways. */
export function placeLinks(text: string, file: string, language: string | undefined, url: string | undefined): string {
  const depth = file.split('/').length - 1;
  const up = (steps: number): string => (steps === 0 ? './' : '../'.repeat(steps));
  const top = url ?? up(depth);
  const tree = language === undefined ? top : url === undefined ? up(depth - 1) : `${url}${language}/`;
  return text.replaceAll(treeTop, tree).replaceAll(siteTop, top);
}
