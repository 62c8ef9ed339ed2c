// A file of the content folder → the same file, with a refusal if pages must not show it or link to it.

import { quote } from '../diagnostics/index.ts';
import type { AssetFile, AssetRefusal, CollectedAsset, SvgProblem } from '../model/index.ts';
import { isPublished, isExecutable, typeOf } from '../source/index.ts';

/** @param allowed the types that the site lists in `assetTypes` */
export function judgeAsset(asset: AssetFile, allowed: ReadonlySet<string>): CollectedAsset {
  const refusal = findRefusal(asset, allowed);
  return refusal ? { ...asset, refusal } : asset;
}

function findRefusal(asset: AssetFile, allowed: ReadonlySet<string>): AssetRefusal | undefined {
  const { path, picture, problem } = asset;
  const type = typeOf(path);
  if (!isPublished(type) && !allowed.has(type)) return refuseType(path, type);
  if (problem !== undefined) return { code: 'unreadable-image', args: { name: path, problem } };
  if (picture?.malformed)
    return {
      code: 'unreadable-image',
      args: { name: path, problem: picture.malformed.what },
      ...related(asset, picture.malformed),
    };
  if (picture?.active && !allowed.has('.svg')) {
    return {
      code: 'active-svg',
      args: { name: path, problem: picture.active.what },
      ...related(asset, picture.active),
    };
  }
  return undefined;
}

function refuseType(path: string, type: string): AssetRefusal {
  const problem =
    type === ''
      ? 'a file without an extension may be of any type'
      : isExecutable(type)
        ? `a file that ends in ${quote(type)} may run on the address of the site`
        : `a site does not publish files that end in ${quote(type)}`;
  const hint =
    type === ''
      ? 'Add an extension to its name, such as `.txt`.'
      : `Pack it as \`.zip\`, or write ${quote(`assetTypes: [${type}]`)} in site.yaml.`;
  return { code: 'unpublished-file', args: { name: path, problem, hint } };
}

/** The place in the SVG, as a related place of the finding. */
function related({ svg }: AssetFile, { range }: SvgProblem): Pick<AssetRefusal, 'related'> {
  return svg ? { related: [{ message: 'in the picture', source: svg, range }] } : {};
}
