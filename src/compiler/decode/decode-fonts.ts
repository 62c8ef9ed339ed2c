// `fonts` of `site.yaml`: one font for text and one for code, as files of the site or as names.

import { fontShape, fontsShape } from '../format/index.ts';
import type { Font, Fonts, MapNode } from '../model/index.ts';
import { pathOf } from './decode-site-files.ts';
import { MapReader } from './map-reader.ts';
import type { DecodeContext } from './refuse.ts';

export function decodeFonts(context: DecodeContext, node: MapNode | undefined): Fonts {
  if (node === undefined) return {};
  const map = new MapReader(context, node, fontsShape);
  const [text, code] = [map.map('text'), map.map('code')].map((font) => font && decodeFont(context, font));
  return { text, code };
}

function decodeFont(context: DecodeContext, node: MapNode): Font | undefined {
  const map = new MapReader(context, node, fontShape);
  map.require();
  const name = map.text('name');
  const file = pathOf(map.text('file'));
  const weights = map.text('weights');
  return name && { name: name.value, file, weights: weights?.value };
}
