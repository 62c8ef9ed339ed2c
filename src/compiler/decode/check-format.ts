// The key `format` of `site.yaml`: the version of the content format (format.md 8.1).

import { siteShape } from '../format/index.ts';
import type { MapReader } from './map-reader.ts';
import { refuse, type DecodeContext } from './refuse.ts';

/** Reports a format that this Stele does not read: a later one (`later-format`), or none that exists (`wrong-type`). */
export function checkFormat(context: DecodeContext, map: MapReader<typeof siteShape.keys>): void {
  const node = map.any('format');
  if (node === undefined) return;
  const written = node.kind === 'scalar' ? node.value.trim() : '';
  const spec = siteShape.keys.format.value;
  const [known] = spec.of;
  if (written === known) return;
  if (Number.isInteger(Number(written)) && Number(written) > Number(known)) {
    context.report('later-format', { file: context.file, range: node.range }, { name: written, known });
    return;
  }
  const hint = `Write \`${known}\`. The format has a version of its own, which is not that of Stele.`;
  refuse(context, 'format', node, spec, { hint });
}
