// The site's accent colour and fonts → rules at the end of the stylesheet.

import type { Plugin } from 'vite';
import type { FontView, SiteData } from '../compiler/model/index.ts';
import { isCompiling, sharedDrawing, sharedSiteData } from './site-module.ts';

/** Adds the site's accent colour and fonts to the stylesheet. */
export function ownStylePlugin(): Plugin {
  return {
    name: 'stele:own-style',
    enforce: 'pre',
    transform(code, id) {
      // With `?url`, the module exports the stylesheet's address and does not contain its rules.
      // Compiled templates are the same for all sites. Drawing pages adds `ownRules` to their style sheet.
      if (isCompiling()) return undefined;
      const isStyle = /\/src\/site\/styles\/site\.css(?:\?(?!url\b)|$)/.test(id.replaceAll('\\', '/'));
      const data = sharedSiteData();
      if (!isStyle || data === undefined) return undefined;
      const { base, isServed } = sharedDrawing();
      return [code, ownRules(data, isServed ? base : '../')].join('\n');
    },
  };
}

/**
 * The rules for a site's colour and fonts; '' if it has set none.
 * @param top address of the site's top from the style sheet. A built style sheet is in a folder one step below it
 */
export function ownRules({ fonts, accent }: SiteData, top: string): string {
  return [...fonts.map((font) => fontRules(font, top)), ...(accent === undefined ? [] : [accentRules(accent)])].join(
    '\n',
  );
}

/** In the dark theme, the colour is lightened, so that text in it stays readable. */
function accentRules(accent: string): string {
  const onDark = `color-mix(in srgb, ${accent} 55%, #fff)`;
  const ground = 'color-mix(in srgb, var(--accent) 10%, var(--ground))';
  return `:root { --accent: light-dark(${accent}, ${onDark}); --accent-ground: ${ground}; }\n`;
}

/** A font that loads too late is not used on the page (`font-display: optional`), so that nothing moves. */
function fontRules({ use, name, path, weights }: FontView, top: string): string {
  const token = use === 'text' ? 'sans' : 'mono';
  const rules = `:root { --${token}: '${name}', var(--system-${token}); }`;
  if (path === undefined) return rules;
  const source = `url('${top}${path}') format('woff2')`;
  const weight = weights === undefined ? '' : ` font-weight: ${weights};`;
  return `@font-face { font-family: '${name}'; src: ${source}; font-display: optional;${weight} }\n${rules}`;
}
