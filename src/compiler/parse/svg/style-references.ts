// The CSS of a picture → its references to parts of the same file, and the elements that the CSS may apply to. If this
// is unclear, it counts too many elements, never too few.

/** How often a reference is drawn: once for an element, for each shape inside it, or at each corner of these shapes. */
export type ReferenceKind = 'once' | 'paint' | 'marker';

export interface PartReference {
  readonly kind: ReferenceKind;
  readonly id: string;
}

/** A reference of a CSS rule. `key` selects elements: `.class`, `#id`, a tag, or `*`. */
export interface RuleReference extends PartReference {
  readonly key: string;
}

/** Properties that elements do not inherit. */
const ownProperties: ReadonlySet<string> = new Set([
  'mask',
  'clip-path',
  'filter',
  'shape-inside',
  'mask-image',
  '-webkit-mask',
  '-webkit-clip-path',
]);

/** How often a reference in a property is drawn. */
export function kindOf(property: string): ReferenceKind {
  if (property.startsWith('marker')) return 'marker';
  return ownProperties.has(property) ? 'once' : 'paint';
}

const ownUrl = /url\(\s*(?:["']\s*)?#([^"')]*)/gi;

/** The references in the value of an attribute, or in the declarations of `style`. */
export function referencesOf(name: string, value: string): readonly PartReference[] {
  if (!/url\(/i.test(value)) return [];
  const css = withoutComments(value);
  return [...css.matchAll(ownUrl)].map(({ 1: id, index }) => ({
    kind: kindOf(name === 'style' ? propertyBefore(css, index) : name),
    id: decodeId(id!),
  }));
}

/** Limit of exact references. Further ones count for every element. */
const maxReferences = 100_000;

/** Limit for the nesting of braces. */
const maxBraces = 32;

const everything: readonly string[] = ['*'];

/** The references in a style sheet. */
export function referencesOfSheet(sheet: string): readonly RuleReference[] {
  if (!/url\(/i.test(sheet)) return [];
  const css = withoutComments(sheet);
  const found: RuleReference[] = [];
  /** The text before each open brace. */
  const open: string[] = [];
  let start = 0;
  for (const { 0: token, 1: id, index } of css.matchAll(
    /"[^"\n]*"|'[^'\n]*'|[{};]|url\(\s*(?:["']\s*)?#?([^"')]*)["']?/gi,
  )) {
    if (token === '{') open.push(css.slice(start, index).trim());
    else if (token === '}') open.pop();
    else if (id !== undefined) {
      const kind = kindOf(propertyBefore(css, index));
      const keys = found.length > maxReferences ? everything : keysOf(open);
      for (const key of keys) found.push({ kind, key, id: decodeId(id) });
    }
    if (id === undefined && !/^["']/.test(token)) start = index + 1;
  }
  return found;
}

/** Whether a CSS variable contains a reference. Such references could not be counted where the variable is used. */
export function hasReferenceInVariable(css: string): boolean {
  if (!css.includes('--') || !/url\(/i.test(css)) return false;
  let depth = 0;
  let variable: number | undefined;
  for (const [token] of withoutComments(css).matchAll(
    /"[^"\n]*"|'[^'\n]*'|url\(|[(){}[\];]|(?<![\w-]|[^\0-\x7f])--(?:[\w-]|[^\0-\x7f])*\s*:/gi,
  )) {
    if (token.startsWith('--')) variable ??= depth;
    else if (/^url/i.test(token)) {
      if (variable !== undefined) return true;
      depth++;
    } else if ('([{'.includes(token)) depth++;
    else if (')]}'.includes(token)) depth--;
    if (variable !== undefined && (depth < variable || (token === ';' && depth === variable))) variable = undefined;
  }
  return false;
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[^]*?(?:\*\/|$)/g, ' ');
}

/** The property whose value contains the offset `end`. Empty if there is none within 200 characters. */
function propertyBefore(css: string, end: number): string {
  return /(?:^|[;{\s])([\w-]+)\s*:[^:;{}]*$/.exec(css.slice(Math.max(0, end - 200), end))?.[1]?.toLowerCase() ?? '';
}

/** The keys of the innermost rule: for each selector, one name of its last part. */
function keysOf(open: readonly string[]): readonly string[] {
  if (open.length > maxBraces) return everything;
  const selector = open.findLast((words) => !words.startsWith('@'));
  const isUnclear =
    selector === undefined ||
    /[(&|]|^(?:from|to|[\d.]+%)/.test(selector) ||
    open.some((words) => /^@.*keyframes/i.test(words));
  if (isUnclear) return everything;
  return selector.split(',').map((one) => {
    const last = one
      .trim()
      .split(/[\s>+~]+/)
      .at(-1)!
      .replace(/\[.*|:.*/, '');
    return /[.#][^.#]+$/.exec(last)?.[0] ?? (last === '' ? '*' : last);
  });
}

/** The id of a reference, decoded like in browsers: percent-encoding is decoded, line ends are ignored. */
export function decodeId(written: string): string {
  const id = written.replace(/[\t\n\r]/g, '').trim();
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
