// Finds parts of an SVG element that could run or load something: names and values outside the allow list.

import { hasReferenceInVariable } from './style-references.ts';
import {
  foreignAttributes,
  htmlNamespace,
  isForeign,
  pictureAttributes,
  pictureElements,
  pictureHtml,
  pictureHtmlAttributes,
  svgNamespace,
} from './svg-names.ts';

/** A name with its namespace, in the form of the XML parser. */
export interface SvgName {
  readonly name: string;
  readonly local: string;
  readonly prefix: string;
  readonly uri: string;
}

export interface SvgAttribute extends SvgName {
  readonly value: string;
}

/** Describes an element that is not allowed in a picture. Undefined if it is allowed. */
export function findActiveElement({ name, local, uri }: SvgName): string | undefined {
  if (isForeign(uri)) return undefined;
  const isKnown =
    (uri === svgNamespace && pictureElements.has(local)) || (uri === htmlNamespace && pictureHtml.has(local));
  return isKnown ? undefined : `the element \`<${name}>\``;
}

/** Describes an attribute that is not allowed in a picture. Undefined if it is allowed. */
export function findActiveAttribute(element: SvgName, attribute: SvgAttribute): string | undefined {
  const { name, local, prefix, uri, value } = attribute;
  // Declarations of namespaces are allowed. Browsers ignore the namespaces of drawing programs.
  if (name === 'xmlns' || prefix === 'xmlns' || isForeign(prefix === '' ? element.uri : uri)) return undefined;
  if (/^on/i.test(local)) return `the event handler \`${name}\``;
  const isKnown =
    prefix === ''
      ? attributesOf(element).has(local) || /^(?:data|aria)-/.test(local)
      : (foreignAttributes.get(uri)?.has(local) ?? false);
  if (!isKnown) return `the attribute \`${name}\``;
  if (local === 'href' && !mayRefer(element, value)) return `a reference to \`${shorten(value)}\``;
  if (local === 'attributeName' && !mayAnimate(value)) return `an animation of \`${shorten(value)}\``;
  return prefix === '' && !inert.test(local) ? findActiveStyle(value) : undefined;
}

function attributesOf({ uri }: SvgName): ReadonlySet<string> {
  return uri === htmlNamespace ? pictureHtmlAttributes : pictureAttributes;
}

/** Attributes that are never read as CSS. */
const inert = /^(?:data-|aria-|id$|class$|title$|href$|d$|points$|content$|name$|unicode$)/;

const raster = /^\s*data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*$/i;

/**
 * Whether a reference is allowed: to a part of the same file, to a picture in its data, or as a link, which loads
 * nothing.
 */
function mayRefer(element: SvgName, value: string): boolean {
  const url = value.trim();
  if (/^#[^\\]*$/.test(url)) return true;
  if (element.local === 'image' && element.uri === svgNamespace) return raster.test(url) || svgOf(url) !== undefined;
  // A link without a colon is a link to a page, even if it contains characters that browsers ignore.
  return element.local === 'a' && /^(?:(?:https?:\/\/|mailto:)|[^:]*$)/i.test(url);
}

/** The text of an SVG in a `data:` address. Undefined for other addresses. */
export function svgOf(url: string): string | undefined {
  const [, base64, data] = /^\s*data:image\/svg\+xml(?:;charset=utf-?8)?(;base64)?,([^]*)$/i.exec(url) ?? [];
  if (data === undefined) return undefined;
  try {
    if (!base64) return decodeURIComponent(data);
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether an attribute may be animated: those that change the look of a picture, but not links, styles or classes. */
function mayAnimate(value: string): boolean {
  return /^[A-Za-z][A-Za-z-]*$/.test(value.trim()) && !/^(?:on.*|href|style|class|src)$/i.test(value.trim());
}

const ownUrl = /^url\(\s*(?:"#[^"\\]*"|'#[^'\\]*'|#[^"'()\\\s]*)\s*\)/i;
const dataTypes = [
  'image/(?:png|jpe?g|gif|webp|avif)',
  String.raw`(?:font|application)/[\w.+-]*(?:woff2?|ttf|otf|truetype|opentype)[\w.+-]*`,
].join('|');
/** A picture or font in its data. */
const dataUrl = new RegExp(
  String.raw`^url\(\s*(["']?)data:(?:${dataTypes});(?:charset=[\w-]+;)?base64,[A-Za-z0-9+/=\s]*\1\s*\)`,
  'i',
);

const loadingFunction = /(?:^|[^\w-])(image-set|-webkit-image-set|image|src|expression|cross-fade)\s*\(/i;
const loadingProperty = /-moz-binding|(?:^|[;{\s])behavior\s*:/i;

/** At-rules that load nothing. */
const plainRules: ReadonlySet<string> = new Set([
  'media',
  'supports',
  'keyframes',
  '-webkit-keyframes',
  'font-face',
  'layer',
  'container',
]);

/** Describes CSS, in a style sheet or attribute, that is not allowed in a picture. Undefined if it is allowed. */
export function findActiveStyle(css: string): string | undefined {
  // Escape sequences could hide names from the patterns below.
  if (css.includes('\\')) return 'an escape sequence in CSS';
  for (const [, rule] of css.matchAll(/@([\w-]*)/g)) {
    if (!plainRules.has(rule!.toLowerCase())) return `the rule \`@${rule}\``;
  }
  for (const { index } of css.matchAll(/url\s*\(/gi)) {
    const from = css.slice(index, index + 2_000_000);
    if (!ownUrl.test(from) && !dataUrl.test(from)) return `a reference to \`${shorten(/^[^)]*\)?/.exec(from)![0])}\``;
  }
  const loading = loadingFunction.exec(css) ?? loadingProperty.exec(css);
  if (loading) return `\`${shorten(loading[0].trim())}\` in CSS`;
  return hasReferenceInVariable(css) ? 'a variable with a reference in CSS' : undefined;
}

function shorten(text: string): string {
  const line = text
    .replace(/[\s\p{C}]+/gu, ' ')
    .replaceAll('`', "'")
    .trim();
  return line.length <= 60 ? line : `${line.slice(0, 60)}…`;
}
