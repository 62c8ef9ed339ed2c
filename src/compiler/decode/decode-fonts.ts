// What `site.yaml` says about faces: one for text and one for code, as files of the site or as names.

import type { Font, Fonts, MapNode } from '../model/index.ts';
import { insidePath } from './decode-site-files.ts';
import { MapReader, refuse, requireKeys, type DecodeContext } from './map-reader.ts';
import { fontShape, fontsShape } from './shapes.ts';

export function decodeFonts(context: DecodeContext, node: MapNode | undefined): Fonts {
  if (node === undefined) return {};
  const map = new MapReader(context, node, fontsShape);
  const [text, code] = [map.map('text'), map.map('code')].map((font) => font && decodeFont(context, font));
  return { ...(text ? { text } : {}), ...(code ? { code } : {}) };
}

function decodeFont(context: DecodeContext, node: MapNode): Font | undefined {
  const map = new MapReader(context, node, fontShape);
  requireKeys(context, node, map, fontShape);
  const accepted = (key: 'name' | 'file' | 'weights', pattern: RegExp, wanted: string) => {
    const found = map.trimmed(key);
    if (found === undefined || pattern.test(found.value)) return found;
    refuse(context, key, map.any(key)!, wanted);
    return undefined;
  };
  // What is accepted here stands in a stylesheet.
  const name = accepted('name', /^[\w .+-]+$/, 'the name of a face, such as `Source Sans 3`');
  const written = accepted('file', /\.woff2$/, 'the path of a file that ends in `.woff2`');
  const file = written && insidePath(context, written);
  const weights = accepted('weights', /^\d{1,4}( \d{1,4})?$/, 'one weight such as `400`, or two such as `100 900`');
  return name && { name: name.value, ...(file ? { file } : {}), ...(weights ? { weights: weights.value } : {}) };
}
