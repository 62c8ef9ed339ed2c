// What `site.yaml` names in the content folder: a file that is not there is reported, and the site does without it.

import { suggest, type Report } from '../diagnostics/index.ts';
import type { AssetFile, Font, SiteConfig, Text } from '../model/index.ts';

/** The site without files that do not exist. `assets` are the content folder's files by path. */
export function collectSite(site: SiteConfig, assets: ReadonlyMap<string, AssetFile>, report: Report): SiteConfig {
  const exists = (text: Text): boolean => {
    if (assets.has(text.value)) return true;
    report('missing-file', text, { name: text.value, near: suggest(text.value, assets.keys()) });
    return false;
  };
  const { logo, icon, fonts, ...rest } = site;
  const pictures = logo === undefined ? [] : [...new Set([logo.light, logo.dark])];
  const hasLogo = logo !== undefined && pictures.map(exists).every(Boolean);
  const existing = (files: ReadonlyMap<string, Text>) => new Map([...files].filter(([, path]) => exists(path)));
  const { text, code } = fonts;
  const isThere = (font: Font | undefined): font is Font => font !== undefined && (!font.file || exists(font.file));
  return {
    ...rest,
    ...(hasLogo ? { logo } : {}),
    ...(icon && exists(icon) ? { icon } : {}),
    fonts: { ...(isThere(text) ? { text } : {}), ...(isThere(code) ? { code } : {}) },
    components: existing(site.components),
    parts: existing(site.parts),
  };
}
