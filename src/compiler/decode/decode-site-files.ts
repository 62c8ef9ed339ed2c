// What `site.yaml` says about files and routes of the site: its logo, its own components, and old routes.

import type { DataNode, Logo, MapNode, Redirect, Text } from '../model/index.ts';
import { quote } from '../diagnostics/index.ts';
import { MapReader, refuse, requireKeys, type DecodeContext } from './map-reader.ts';
import { partNames } from './part-names.ts';
import { logoShape } from './shapes.ts';

/** A path, or one for light and one for dark ground. */
export function decodeLogo(context: DecodeContext, node: DataNode | undefined): Logo | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'map') {
    const map = new MapReader(context, node, logoShape);
    requireKeys(context, node, map, logoShape);
    const [light, dark] = [map.trimmed('light'), map.trimmed('dark')].map((text) => text && insidePath(context, text));
    return light && dark && { light, dark };
  }
  const path = readText(context, 'logo', node, 'a path, or a map with `light` and `dark`');
  const both = path && insidePath(context, path);
  return both && { light: both, dark: both };
}

/** The path of an SVG. */
export function decodeIcon(context: DecodeContext, node: DataNode | undefined): Text | undefined {
  const wanted = 'the path of a file that ends in `.svg`';
  const text = node && readText(context, 'icon', node, wanted);
  if (text === undefined || text.value.endsWith('.svg')) return text && insidePath(context, text);
  refuse(context, 'icon', node!, wanted);
  return undefined;
}

/** A component's name is how a body writes it: parts that begin with a capital letter, joined with dots. */
const componentName = /^[A-Z]\w*(?:\.[A-Z]\w*)*$/;

/** Components that are read with their samples before any other: a site cannot replace them. */
const builtInBlocks: readonly string[] = ['CodeBlock', 'CodeBlockTab'];

/** The site's own components: those of bodies, and those in place of a part of every page. */
export function decodeComponents(
  context: DecodeContext,
  node: MapNode | undefined,
): { readonly components: ReadonlyMap<string, Text>; readonly parts: ReadonlyMap<string, Text> } {
  const components = new Map<string, Text>();
  const parts = new Map<string, Text>();
  for (const { key, value } of node?.entries ?? []) {
    if (!componentName.test(key.value)) {
      refuse(context, key.value, key, 'a name such as `Chart` or `Chart.Line`');
      continue;
    }
    if (builtInBlocks.includes(key.value)) {
      context.report('reserved-key', { file: context.file, range: key.range }, { name: key.value });
      continue;
    }
    const text = readText(context, key.value, value, 'the path of a file that ends in `.astro`');
    const path = text && insidePath(context, text);
    if (path === undefined) continue;
    const owner = partNames.includes(key.value) ? parts : components;
    if (path.value.endsWith('.astro')) owner.set(key.value, path);
    else refuse(context, key.value, value, 'the path of a file that ends in `.astro`');
  }
  return { components, parts };
}

/** Old route → where it leads. Both are without a language: they hold for all. */
export function decodeRedirects(context: DecodeContext, node: MapNode | undefined): readonly Redirect[] {
  const redirects: Redirect[] = [];
  for (const { key, value } of node?.entries ?? []) {
    const to = readText(context, key.value, value, wantedTarget);
    if (to === undefined) continue;
    if (!/^\/[^\s?#]*$/.test(key.value)) refuse(context, key.value, key, wantedRoute, slashed(key.value));
    else if (!isTarget(to.value)) refuse(context, key.value, value, wantedTarget);
    else
      redirects.push({
        route: oldRoute(key.value),
        from: { value: key.value, file: context.file, range: key.range },
        to,
      });
  }
  return redirects;
}

const wantedRoute = 'a route that begins with `/`, without `?` and `#`';

function slashed(route: string): string | undefined {
  return /^[\w-][\w./-]*$/.test(route) ? `Write ${quote(`/${route}`)}.` : undefined;
}

const wantedTarget =
  'a route such as `/reference/errors`, a heading such as `/guides/start#keys`, or an address with https://';

function isTarget(text: string): boolean {
  if (/^https:/i.test(text)) return /^https:\/\/[^\s"'<>\\]+$/i.test(text) && URL.canParse(text);
  return /^(?:\/(?![/\\])|#)[^\s\\]*$/.test(text);
}

/** One slash at each end is how a route is written; more of them are names that are missing. */
function oldRoute(path: string): string {
  return path.slice(1, path.length > 1 && path.endsWith('/') ? -1 : undefined).normalize('NFC');
}

function readText(context: DecodeContext, name: string, node: DataNode, wanted: string): Text | undefined {
  if (node.kind === 'scalar' && node.type !== 'null' && node.value.trim() !== '') {
    return { value: node.value.trim(), file: context.file, range: node.range };
  }
  refuse(context, name, node, wanted);
  return undefined;
}

/** A path of `site.yaml` as a path from the content folder, composed (NFC); reported where it leads out of it. */
export function insidePath(context: DecodeContext, text: Text): Text | undefined {
  const segments: string[] = [];
  for (const segment of text.value.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return reportOutside(context, text);
  }
  return /^\/|^[A-Za-z]:|\\/.test(text.value)
    ? reportOutside(context, text)
    : { ...text, value: segments.join('/').normalize('NFC') };
}

function reportOutside(context: DecodeContext, text: Text): undefined {
  context.report('path-outside-content', text, { name: text.value });
  return undefined;
}
