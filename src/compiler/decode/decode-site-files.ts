// Files and routes in `site.yaml`: the logo, the site's own components, and redirects.

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

/** Decodes a path, or one path for light and one for dark pages. */
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

/** Sorts the site's own components: for bodies, and as replacements of a part of every page. */
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

/** Old routes and their targets. Both are without a language, and valid for all languages. */
export function decodeRedirects(entries: readonly TextEntry[]): readonly Redirect[] {
  return entries.map(({ name, text }) => ({ route: oldRoute(name.value), from: name, to: text }));
}

/** Removes one slash at each end. Further slashes stay, since they are mistakes. */
function oldRoute(path: string): string {
  return path.slice(1, path.length > 1 && path.endsWith('/') ? -1 : undefined).normalize('NFC');
}

/** A path of `site.yaml` → a path from the content folder. The rule of the key ensures that it is inside. */
export function pathOf(text: Text | undefined): Text | undefined {
  const path = text && pathInside(text.value);
  return text && path !== undefined ? { ...text, value: path } : undefined;
}
