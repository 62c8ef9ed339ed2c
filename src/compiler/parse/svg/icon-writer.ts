// The elements of an SVG → a new SVG with the plain shapes of an icon, or the reason why it cannot be an icon.
// Elements that copy other parts are not accepted, so the cost of drawing is limited by the size of the file.

import type { PlainIcon, SvgProblem } from '../../model/index.ts';
import type { Range } from '../../source/index.ts';
import type { SvgAttribute, SvgName } from './find-active.ts';
import { iconAttributes, iconElements, iconNoteAttributes, iconNotes, isForeign, svgNamespace } from './svg-names.ts';

/** Limits of an icon. Each is inclusive. */
const limits = { characters: 65_536, elements: 2000, depth: 16, number: 100_000 };

export interface SvgElement extends SvgName {
  readonly attributes: readonly SvgAttribute[];
  readonly range: Range;
  /** The range of one of its attributes. */
  rangeOf(attribute: SvgAttribute): Range;
}

/** Receives the elements in document order. `result` returns the icon or the first problem. */
export class IconWriter {
  #problem: SvgProblem | undefined;
  #viewBox: string | undefined;
  #shapes = '';
  #count = 0;
  #root: SvgElement | undefined;
  /** Names of open elements. Undefined for elements that are left out with their content. */
  readonly #open: (string | undefined)[] = [];

  /** @param length the length of the file, in UTF-16 units */
  constructor(length: number) {
    if (length > limits.characters) this.#refuse(`more than ${limits.characters} characters`, { start: 0, end: 1 });
  }

  open(element: SvgElement): void {
    if (this.#problem !== undefined) return;
    if (this.#root === undefined) {
      this.#root = element;
      this.#readViewBox(element);
    }
    const isRoot = this.#root === element;
    const isNote =
      !isRoot &&
      (isForeign(element.uri) ||
        iconNotes.has(element.local) ||
        (this.#open.length > 1 && this.#open.at(-1) === undefined));
    if (isNote) {
      this.#open.push(undefined);
      return;
    }
    if (!isRoot && !(element.uri === svgNamespace && iconElements.has(element.local)))
      return this.#refuse(`the element \`<${element.name}>\``, element.range);
    if (++this.#count > limits.elements) return this.#refuse(`more than ${limits.elements} elements`, element.range);
    if (this.#open.length >= limits.depth) return this.#refuse(`more than ${limits.depth} levels`, element.range);
    const written = this.#writeAttributes(element, isRoot);
    const name = isRoot ? 'g' : element.local;
    this.#open.push(name);
    this.#shapes += `<${name}${written}>`;
  }

  close(): void {
    const name = this.#open.pop();
    if (this.#problem === undefined && name !== undefined) this.#shapes += `</${name}>`;
  }

  result(): PlainIcon | SvgProblem {
    if (this.#problem) return this.#problem;
    // A root without attributes for painting needs no group.
    const shapes = this.#shapes.startsWith('<g>') ? this.#shapes.slice('<g>'.length, -'</g>'.length) : this.#shapes;
    return {
      viewBox: this.#viewBox!,
      shapes: shapes.replace(/><\/(?:path|rect|circle|ellipse|line|polyline|polygon|stop)>/g, '/>'),
    };
  }

  #refuse(what: string, range: Range): void {
    this.#problem ??= { what, range };
  }

  #readViewBox(root: SvgElement): void {
    const find = (name: string): string | undefined =>
      root.attributes.find((attribute) => attribute.name === name)?.value;
    const [width, height] = [find('width'), find('height')].map(
      (text) => /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(text ?? '')?.[1],
    );
    const written = find('viewBox') ?? (width && height ? `0 0 ${width} ${height}` : undefined);
    const numbers = (written ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [, , wide = 0, high = 0] = numbers;
    const isBox =
      numbers.length === 4 && numbers.every((number) => Math.abs(number) <= limits.number) && wide > 0 && high > 0;
    if (!isBox) return this.#refuse('no `viewBox` of four numbers', root.range);
    const ratio = wide / high;
    if (ratio <= 0.8 || ratio >= 1.25) return this.#refuse('a shape that is not square', root.range);
    this.#viewBox = numbers.join(' ');
  }

  #writeAttributes(element: SvgElement, isRoot: boolean): string {
    let text = '';
    for (const attribute of element.attributes) {
      if (this.#problem !== undefined) break;
      const { name, prefix, uri, value } = attribute;
      const isNote = prefix === 'xmlns' || (prefix !== '' && isForeign(uri)) || /^(?:aria|data)-/.test(name);
      if (isNote || (iconNoteAttributes.has(name) && (isRoot || !iconAttributes.has(name)))) continue;
      const declarations = name === 'style' ? declarationsOf(value) : ([[name, value]] as const);
      for (const [property, setting] of declarations) {
        if (name === 'style' && isNoteSetting(property, setting)) continue;
        if (!iconAttributes.has(property)) this.#refuse(`the attribute \`${property}\``, element.rangeOf(attribute));
        else if (!isPlainValue(property, setting))
          this.#refuse(`the value of \`${property}\``, element.rangeOf(attribute));
        else text += ` ${property}="${escapeValue(setting)}"`;
      }
    }
    return text;
  }
}

/** The declarations of `style` as pairs. An icon gets them as attributes: `fill:#fff` becomes `fill="#fff"`. */
function declarationsOf(style: string): readonly (readonly [string, string])[] {
  const pairs = style.split(';').map((part) => part.split(':').map((piece) => piece.trim()));
  return pairs.filter(([name]) => name !== '').map(([name = '', ...value]) => [name, value.join(':')] as const);
}

/**
 * Whether a declaration of `style` has no effect on plain shapes. Drawing programs write such declarations everywhere.
 */
function isNoteSetting(property: string, value: string): boolean {
  if (
    /^(?:-|font|text-|shape-rendering$|enable-background$|color-(?:interpolation|rendering)|image-rendering$)/.test(
      property,
    )
  )
    return true;
  const plain: Readonly<Record<string, string>> = {
    display: 'inline',
    visibility: 'visible',
    overflow: 'visible',
    'paint-order': 'normal',
    isolation: 'auto',
  };
  return (
    plain[property] === value ||
    (/^(?:stroke-dasharray|marker(?:-\w+)?|mask|clip-path|filter)$/.test(property) && value === 'none')
  );
}

const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

function isPlainValue(name: string, value: string): boolean {
  if (name === 'id') return /^[\w.:-]+$/.test(value);
  if (/^(?:fill|stroke|color|stop-color)$/.test(name))
    return /^(?:url\(#[\w.:-]+\)\s*)?[\w#.,%()\s-]*$/.test(value) && !/url\((?!#)/i.test(value);
  if (!/^[\w\s.,%()#+-]*$/.test(value)) return false;
  return [...value.matchAll(number)].every(([digits]) => Math.abs(Number(digits)) <= limits.number);
}

function escapeValue(value: string): string {
  return value.replace(/\s+/g, ' ').replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
