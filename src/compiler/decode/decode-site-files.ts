// What `site.yaml` says about files and routes of the site: its logo, its own components, and old routes.

import { logoShape, pathInside } from '../format/index.ts';
import type { Logo, MapNode, Redirect, Text } from '../model/index.ts';
import { MapReader } from './map-reader.ts';
import { partNames } from './part-names.ts';
import type { DecodeContext } from './refuse.ts';

/** An entry of a table of texts. */
interface TextEntry {
  readonly name: Text;
  readonly text: Text;
}

/** A path, or one for light and one for dark ground. */
export function decodeLogo(context: DecodeContext, value: Text | MapNode | undefined): Logo | undefined {
  if (value === undefined) return undefined;
  if ('value' in value) {
    const both = pathOf(value);
    return both && { light: both, dark: both };
  }
  const map = new MapReader(context, value, logoShape);
  map.require();
  const [light, dark] = [pathOf(map.text('light')), pathOf(map.text('dark'))];
  return light && dark && { light, dark };
}

/** The site's own components: those of bodies, and those in place of a part of every page. */
export function sortComponents(entries: readonly TextEntry[]): {
  readonly components: ReadonlyMap<string, Text>;
  readonly parts: ReadonlyMap<string, Text>;
} {
  const components = new Map<string, Text>();
  const parts = new Map<string, Text>();
  for (const { name, text } of entries) {
    const owner = partNames.includes(name.value) ? parts : components;
    owner.set(name.value, pathOf(text)!);
  }
  return { components, parts };
}

/** Old route → where it leads. Both are without a language: they hold for all. */
export function decodeRedirects(entries: readonly TextEntry[]): readonly Redirect[] {
  return entries.map(({ name, text }) => ({ route: oldRoute(name.value), from: name, to: text }));
}

/** One slash at each end is how a route is written; more of them are names that are missing. */
function oldRoute(path: string): string {
  return path.slice(1, path.length > 1 && path.endsWith('/') ? -1 : undefined).normalize('NFC');
}

/** A path of `site.yaml`, which its form keeps inside, as a path from the content folder. */
export function pathOf(text: Text | undefined): Text | undefined {
  const path = text && pathInside(text.value);
  return text && path !== undefined ? { ...text, value: path } : undefined;
}
