// The elements of an SVG → how many there are once all references to parts of the same file are drawn. A few lines that
// copy each other ten times hold a browser for minutes.

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

/** Elements that may be drawn beyond four for each that is written. */
const mostDrawn = 100_000;

/** Elements that a step of a filter counts as: it works on each pixel. */
const filterWeight = 10;

/** References and elements inside each other. */
const mostLevels = 1000;

/** References that are looked at. */
const mostWork = 5_000_000;

/** What one part costs: elements in all, shapes that are painted, and corners where markers stand. */
interface Cost {
  readonly elements: number;
  readonly shapes: number;
  readonly corners: number;
}

/** Ids of the parts that something refers to, by how often they are drawn. */
type Ids = Record<ReferenceKind, readonly string[]>;

interface Part {
  readonly range: Range;
  readonly parent: Part | undefined;
  readonly inner: Part[];
  readonly weight: number;
  readonly corners: number;
  readonly isShape: boolean;
  /** Parts that are drawn in its place. */
  readonly copies: readonly string[];
  /** `.class`, `#id` and tag, as rules name it. */
  readonly keys: readonly string[];
  /** Its own at first; with those of rules and of the elements around it once all is read. */
  ids: Ids;
}

const none: readonly string[] = [];
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const shapes = words('path rect circle ellipse line polyline polygon text tspan textPath flowPara flowSpan glyph');
const containers = words('svg g a switch use symbol image');

/** Thrown where there is too much; caught where the counting began. */
class TooMuch extends Error {
  readonly problem: SvgProblem;

  constructor(what: string, range: Range) {
    super(what);
    this.problem = { what, range };
  }
}

/** Takes the elements in document order; `result` counts. */
export class DrawingCost {
  readonly #parts: Part[] = [];
  readonly #byId = new Map<string, Part>();
  readonly #rules = new Map<string, Record<ReferenceKind, string[]>>();
  readonly #costs = new Map<Part, Cost | 'open'>();
  readonly #sums = new Map<readonly string[], number>();
  #open: Part | undefined;
  #levels = 0;
  #work = 0;
  /** Corners that animations and style sheets may give to any shape. */
  #otherCorners = 0;
  /** Whether an element may take a mask, clip path or filter from the one around it. */
  #inheritsAll = false;
  /** Whether markers may paint with what the shape at which they stand paints with. */
  #usesContext = false;

  /** @param held elements that a picture inside its data draws */
  open(element: SvgElement, held: number): void {
    const { local, range, attributes } = element;
    const find = (name: string): string => attributes.find((attribute) => attribute.name === name)?.value ?? '';
    const isShape = shapes.has(local);
    const id = find('id');
    const part: Part = {
      range,
      parent: this.#open,
      inner: [],
      weight: 1 + held + (local.startsWith('fe') ? filterWeight : 0),
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

  /** The number of elements that are drawn, or why there are too many. */
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
    // An animation is for the element that it stands in, or for any that it names.
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

  /** Called for the elements around a part first. */
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
    if (this.#levels >= mostLevels) throw new TooMuch(`references more than ${mostLevels} levels deep`, part.range);
    this.#costs.set(part, 'open');
    this.#levels++;
    const cost = this.#countInside(part);
    this.#levels--;
    this.#costs.set(part, cost);
    const most = mostDrawn + 4 * this.#parts.length;
    if (!(cost.elements <= most))
      throw new TooMuch(`copies of its own parts, ${most} elements or more in all`, part.range);
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

  /** Elements of all parts in a list. Lists are shared by many elements. */
  #sumOf(from: Part, ids: readonly string[]): number {
    if (ids.length === 0) return 0;
    const known = this.#sums.get(ids);
    if (known !== undefined) return known;
    this.#countWork(ids.length, from.range);
    const targets = ids.map((id) => this.#targetOf(from, id));
    const sum = targets.reduce((total, target) => total + (target ? this.#costOf(target).elements : 0), 0);
    // What one element passes over, others may draw.
    if (!targets.includes(undefined) || ids.every((id) => !this.#byId.has(id))) this.#sums.set(ids, sum);
    return sum;
  }

  /** The part of this name; not one that the element stands in, which browsers pass over. */
  #targetOf(from: Part, id: string): Part | undefined {
    const target = this.#byId.get(id);
    for (let at: Part | undefined = from; at; at = at.parent) if (at === target) return undefined;
    return target;
  }

  #countWork(more: number, range: Range): void {
    this.#work += more;
    if (this.#work > mostWork) throw new TooMuch('too many references to its own parts', range);
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

/** Corners of a path or list of points, or a few more. */
function countCorners(text: string): number {
  return text === '' ? 0 : (text.match(/\d+|[A-Za-z]/g) ?? []).length;
}
