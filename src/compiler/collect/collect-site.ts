// Checks the files that `site.yaml` names. A file that is missing or must not be published is reported and left out.

import type { Report } from '../diagnostics/index.ts';
import { suggest } from '../text/index.ts';
import type { CollectedAsset, Font, PlainIcon, SiteConfig, Text } from '../model/index.ts';

/**
 * Reports and leaves out files that cannot be used.
 * @param assets the files of the content folder, by path
 */
export function collectSite(site: SiteConfig, assets: ReadonlyMap<string, CollectedAsset>, report: Report): SiteConfig {
  const find = (text: Text): CollectedAsset | undefined => {
    const asset = assets.get(text.value);
    if (asset === undefined)
      report('missing-file', text, { name: text.value, near: suggest(text.value, assets.keys()) });
    return asset;
  };
  /** Whether a file exists and may be published. Reports it if not. */
  const isShown = (text: Text): boolean => {
    const refusal = find(text)?.refusal;
    if (refusal) report(refusal.code, { ...text, related: refusal.related }, refusal.args);
    return assets.has(text.value) && refusal === undefined;
  };
  const { logo, icon, fonts, ...rest } = site;
  const pictures = logo === undefined ? [] : [...new Set([logo.light, logo.dark])];
  const hasLogo = logo !== undefined && pictures.map(isShown).every(Boolean);
  const existing = (files: ReadonlyMap<string, Text>) => new Map([...files].filter(([, path]) => find(path)));
  const { text, code } = fonts;
  const isThere = (font: Font | undefined): font is Font => font !== undefined && (!font.file || isShown(font.file));
  const mark = icon ? readIcon(icon, find(icon), report) : hasLogo ? shapesOf(assets.get(logo.light.value)) : undefined;
  return {
    ...rest,
    logo: hasLogo ? logo : undefined,
    icon,
    mark,
    fonts: { text: isThere(text) ? text : undefined, code: isThere(code) ? code : undefined },
    components: existing(site.components),
    parts: existing(site.parts),
  };
}

/** The shapes of the icon that a site names. Reports an icon that cannot be drawn. */
function readIcon(icon: Text, asset: CollectedAsset | undefined, report: Report): PlainIcon | undefined {
  const shapes = shapesOf(asset);
  if (asset === undefined || shapes) return shapes;
  const { svg, picture, problem } = asset;
  const found = picture && !('shapes' in picture.icon) ? picture.icon : undefined;
  const place = {
    ...icon,
    related: svg && found ? [{ message: 'in the picture', source: svg, range: found.range }] : undefined,
  };
  const name = icon.value;
  if (picture?.active) report('active-svg', place, { name, problem: picture.active.what });
  else if (picture?.malformed) report('unusable-icon', place, { name, problem: picture.malformed.what });
  else
    report('unusable-icon', place, { name, problem: found ? `it has ${found.what}` : (problem ?? 'it is not an SVG') });
  return undefined;
}

function shapesOf(asset: CollectedAsset | undefined): PlainIcon | undefined {
  const icon = asset?.picture?.icon;
  return icon && 'shapes' in icon ? icon : undefined;
}
