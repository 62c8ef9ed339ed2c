// Counts the elements that a browser draws for an SVG, including those that are drawn by references to parts of the
// same file. A few elements that copy each other ten times can block a browser for minutes.

import type { SvgProblem } from '../../model/index.ts';
import type { Range } from '../../source/index.ts';
import type { SvgAttribute } from './find-active.ts';
import type { SvgElement } from './icon-writer.ts';
import {
  decodeId,
  referencesOf,
  referencesOfSheet,
  type PartReference,
  type ReferenceKind,
} from './style-references.ts';

/** Limit of drawn elements, in addition to four for each element of the file. */
const maxDrawn = 100_000;

/** A filter primitive counts as this number of elements, because it processes each pixel. */
const filterWeight = 10;

/** Limit for the nesting of references and elements. */
const maxLevels = 1000;

/** Limit of references that are followed. */
const maxWork = 5_000_000;

/** The cost of one part: all its elements, the shapes that are painted, and the corners that can have markers. */
interface Cost {
  readonly elements: number;
  readonly shapes: number;
  readonly corners: number;
}

/** Ids of the parts that an element refers to, by how often they are drawn. */
type Ids = Record<ReferenceKind, readonly string[]>;

interface Part {
  readonly range: Range;
  readonly parent: Part | undefined;
  readonly inner: Part[];
  readonly weight: number;
  readonly corners: number;
  readonly isShape: boolean;
  /** Ids of the parts that are drawn instead of it (`use`, `pattern`). */
  readonly copies: readonly string[];
  /** The names by which CSS rules select it: `.class`, `#id` and the tag. */
  readonly keys: readonly string[];
  /** At first its own references. After `result`, also those of CSS rules and of its ancestors. */
  ids: Ids;
}

const none: readonly string[] = [];
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const shapes = words('path rect circle ellipse line polyline polygon text tspan textPath flowPara flowSpan glyph');
const containers = words('svg g a switch use symbol image');

/** Thrown if a limit is exceeded. `result` catches it. */
class TooMuch extends Error {
  readonly problem: SvgProblem;

  constructor(what: string, range: Range) {
    super(what);
    this.problem = { what, range };
  }
}

/** Receives the elements in document order. `result` counts them. */
export class DrawingCost {
  readonly #parts: Part[] = [];
  readonly #byId = new Map<string, Part>();
  readonly #rules = new Map<string, Record<ReferenceKind, string[]>>();
  readonly #costs = new Map<Part, Cost | 'open'>();
  readonly #sums = new Map<readonly string[], number>();
  #open: Part | undefined;
  #levels = 0;
  #work = 0;
  /** The most corners that an animation or style sheet may give to a shape. */
  #otherCorners = 0;
  /** Whether an element may inherit a mask, clip path or filter. */
  #inheritsAll = false;
  /** Whether markers may use the paint of their shape. */
  #usesContext = false;

  /**
   * Adds an element and makes it the parent of the next ones, until `close`.
   * @param embedded the number of elements that are drawn for a picture in its data
   */
  open(element: SvgElement, embedded: number): void {
    const { local, range, attributes } = element;
    const find = (name: string): string => attributes.find((attribute) => attribute.name === name)?.value ?? '';
    const isShape = shapes.has(local);
    const id = find('id');
    const part: Part = {
      range,
      parent: this.#open,
      inner: [],
      weight: 1 + embedded + (local.startsWith('fe') ? filterWeight : 0),
      corners: Math.max(1, countCorners(find('d')), countCorners(find('points'))),
      isShape,
      copies: local === 'use' || local === 'pattern' ? idsOfLinks(attributes) : none,
      keys: isShape || containers.has(local) ? [`#${id}`, local, ...classesOf(find('class'))] : none,
      ids: { once: none, paint: none, marker: none },
    };
    this.#readAttributes(part, element);
    if (id !== '' && !this.#byId.has(id)) this.#byId.set(id, part);
    this.#open?.inner.push(part);
    this.#parts.push(part);
    this.#open = part;
  }

  close(): void {
    this.#open = this.#open?.parent;
  }

  addSheet(css: string): void {
    this.#noteStyle('style', css);
    for (const { key, ...reference } of referencesOfSheet(css)) this.#addRule(key, reference);
  }

  /** The number of elements that are drawn, or the problem if there are too many. */
  result(): number | SvgProblem {
    const [root] = this.#parts;
    if (root === undefined) return 0;
    try {
      for (const part of this.#parts) part.ids = this.#allIds(part);
      return this.#costOf(root).elements;
    } catch (error) {
      if (error instanceof TooMuch) return error.problem;
      throw error;
    }
  }

  #readAttributes(part: Part, { local, attributes }: SvgElement): void {
    // An animation applies to its parent, or to any element that it names.
    const isAnimation = /^(?:animate|set$)/.test(local);
    const ids: Record<ReferenceKind, string[]> = { once: [], paint: [], marker: [] };
    for (const { name, value } of attributes) {
      this.#noteStyle(name, value);
      if (isAnimation) this.#otherCorners = Math.max(this.#otherCorners, countCorners(value));
      for (const reference of referencesOf(name, value)) {
        if (isAnimation) this.#addRule('*', { ...reference, kind: 'paint' });
        else ids[reference.kind].push(reference.id);
      }
    }
    part.ids = ids;
  }

  #noteStyle(name: string, value: string): void {
    if (name === 'style' && /path\(/i.test(value))
      this.#otherCorners = Math.max(this.#otherCorners, countCorners(value));
    this.#usesContext ||= /context-(?:fill|stroke)/i.test(value);
    const isOwn =
      /^(?:mask|clip-path|filter)$/.test(name) || (name === 'style' && /mask|clip-path|filter|\ball\s*:/i.test(value));
    this.#inheritsAll ||= isOwn && /\binherit\b/i.test(value);
  }

  #addRule(key: string, { kind, id }: PartReference): void {
    const rule = this.#rules.get(key) ?? { once: [], paint: [], marker: [] };
    rule[kind].push(id);
    this.#rules.set(key, rule);
  }

  /** All references of a part. Must be called for the ancestors of the part first. */
  #allIds({ ids, keys, parent, range }: Part): Ids {
    const rules = keys.length === 0 ? [] : ['*', ...keys].flatMap((key) => this.#rules.get(key) ?? []);
    const take = (kind: ReferenceKind): readonly string[] => {
      const lists = [ids, ...rules].map((one) => one[kind]).filter((list) => list.length > 0);
      if (lists.length > 1) for (const list of lists) this.#countWork(list.length, range);
      return lists.length === 1 ? lists[0]! : lists.flat();
    };
    const own: Ids = { once: take('once'), paint: take('paint'), marker: take('marker') };
    const paint = this.#inheritsAll ? [...own.paint, ...own.once] : own.paint;
    return {
      once: own.once,
      paint: paint.length > 0 ? paint : (parent?.ids.paint ?? none),
      marker: own.marker.length > 0 ? own.marker : (parent?.ids.marker ?? none),
    };
  }

  #costOf(part: Part): Cost {
    const known = this.#costs.get(part);
    if (known === 'open') throw new TooMuch('parts that refer to each other in a circle', part.range);
    if (known !== undefined) return known;
    if (this.#levels >= maxLevels) throw new TooMuch(`references more than ${maxLevels} levels deep`, part.range);
    this.#costs.set(part, 'open');
    this.#levels++;
    const cost = this.#countInside(part);
    this.#levels--;
    this.#costs.set(part, cost);
    const limit = maxDrawn + 4 * this.#parts.length;
    if (!(cost.elements <= limit))
      throw new TooMuch(`copies of its own parts, ${limit} elements or more in total`, part.range);
    return cost;
  }

  #countInside(part: Part): Cost {
    const { ids, isShape } = part;
    const corners = Math.max(part.corners, this.#otherCorners);
    const isPainted = isShape || part.copies.length > 0;
    const paint = isPainted ? this.#sumOf(part, ids.paint) : 0;
    const marker = isPainted ? this.#sumOf(part, ids.marker) * (this.#usesContext ? 1 + paint : 1) : 0;
    let cost: Cost = {
      elements: part.weight + this.#sumOf(part, ids.once) + (isShape ? paint + corners * marker : 0),
      shapes: isShape ? 1 : 0,
      corners: isShape ? corners : 0,
    };
    for (const inner of part.inner) cost = add(cost, this.#costOf(inner));
    for (const id of part.copies) {
      const copy = this.#targetOf(part, id);
      if (copy === undefined) continue;
      const copied = this.#costOf(copy);
      cost = add(cost, { ...copied, elements: copied.elements + copied.shapes * paint + copied.corners * marker });
    }
    return cost;
  }

  /** The number of elements of all parts in a list. Many elements may share one list. */
  #sumOf(from: Part, ids: readonly string[]): number {
    if (ids.length === 0) return 0;
    const known = this.#sums.get(ids);
    if (known !== undefined) return known;
    this.#countWork(ids.length, from.range);
    const targets = ids.map((id) => this.#targetOf(from, id));
    const sum = targets.reduce((total, target) => total + (target ? this.#costOf(target).elements : 0), 0);
    // A sum is cached only if it is the same for all elements: an element does not draw its own ancestors.
    if (!targets.includes(undefined) || ids.every((id) => !this.#byId.has(id))) this.#sums.set(ids, sum);
    return sum;
  }

  /** The part with this id. Undefined if it is an ancestor of the element: browsers ignore such references. */
  #targetOf(from: Part, id: string): Part | undefined {
    const target = this.#byId.get(id);
    for (let at: Part | undefined = from; at; at = at.parent) if (at === target) return undefined;
    return target;
  }

  #countWork(more: number, range: Range): void {
    this.#work += more;
    if (this.#work > maxWork) throw new TooMuch('too many references to its own parts', range);
  }
}

function idsOfLinks(attributes: readonly SvgAttribute[]): readonly string[] {
  return attributes.filter(({ local }) => local === 'href').map(({ value }) => decodeId(value.trim().slice(1)));
}

function classesOf(text: string): readonly string[] {
  return [...new Set(text.split(/\s+/).filter(Boolean))].map((name) => `.${name}`);
}

function add(a: Cost, b: Cost): Cost {
  return { elements: a.elements + b.elements, shapes: a.shapes + b.shapes, corners: a.corners + b.corners };
}

/** An upper bound of the corners of a path or list of points. */
function countCorners(text: string): number {
  return text === '' ? 0 : (text.match(/\d+|[A-Za-z]/g) ?? []).length;
}
