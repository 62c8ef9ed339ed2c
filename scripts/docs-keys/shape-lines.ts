// Shapes → parts of the page of keys: for each shape a heading, a sentence and a table of its keys. The inner shapes of
// a file's shape follow it, each once.

import { alternatives, wantedOf, type KeySpec, type Shape, type ValueSpec } from '../../src/compiler/format/index.ts';
import { capitalised, code, linesOf, tableOf } from './markdown.ts';

/** Parts for the shapes of files and for all shapes inside them. */
export function linesOfShapes(files: readonly Shape[]): readonly string[] {
  const done = new Set<Shape>();
  const write = (shape: Shape, level: string): readonly string[] => {
    if (done.has(shape)) return [];
    done.add(shape);
    const inside = Object.values(shape.keys).flatMap(({ value }) => shapesIn(value));
    return [...describeShape(shape, level), ...inside.flatMap((inner) => write(inner, '###'))];
  };
  return files.flatMap((shape) => write(shape, '##'));
}

function describeShape(shape: Shape, level: string): readonly string[] {
  const rows = Object.entries(shape.keys).map(([name, key]) => [
    code(name),
    meaningOf(name, key, shape.required.includes(name)),
  ]);
  return [`${level} ${titleOf(shape)}`, [shape.about, ...rulesOf(shape)].join(' '), tableOf(['key', 'meaning'], rows)];
}

/** Rules about several keys, as sentences. */
function rulesOf({ oneOf, exclusive }: Shape): readonly string[] {
  return [
    ...(oneOf ? [`It must have ${alternatives(oneOf.map(code))}.`] : []),
    ...(exclusive ? [`${exclusive.flags.map(code).join(' and ')} exclude each other.`] : []),
  ];
}

function meaningOf(name: string, { value, about, example, absent }: KeySpec, isRequired: boolean): string {
  const without = isRequired ? ' Required.' : absent === undefined ? '' : ` Without it: ${absent}.`;
  return linesOf(about, `Value: ${wordsOf(value)}.${without}`, code(`${name}: ${example}`));
}

/** `an item` → `Item`; names of keys and files stay code. */
function titleOf({ where }: Shape): string {
  const name = where.replace(/^an? /, '');
  return name.includes('.') ? code(name) : capitalised(name);
}

/** The address of a shape's heading. */
function addressOf(shape: Shape): string {
  return `#${titleOf(shape)
    .toLowerCase()
    .replaceAll('`', '')
    .replace(/[^a-z]+/g, '-')}`;
}

/** The allowed values, with links to the maps in them. */
function wordsOf(spec: ValueSpec): string {
  switch (spec.kind) {
    case 'map':
      return `[a map](${addressOf(spec.shape())})`;
    case 'list':
      return spec.mayBeAlone ? wantedOf(spec) : `a list${entryWords(spec.items())}`;
    case 'table':
      return `a map of ${linked(spec.wanted, shapesIn(spec))}${valueWords(spec.values())}`;
    case 'either':
      return linked(spec.wanted, shapesIn(spec));
    case 'markdown':
      return 'Markdown';
    default:
      return wantedOf(spec);
  }
}

/** Words for each entry of a list. */
function entryWords(spec: ValueSpec): string {
  if (spec.kind === 'map') return ` of [maps](${addressOf(spec.shape())})`;
  const words = wordsOf(spec);
  return words === 'text' ? ' of words' : `; each entry is ${words}`;
}

/** Text for the values of a table, if its own text does not describe them. */
function valueWords(spec: ValueSpec): string {
  const hasWords = spec.kind === 'choice' || (spec.kind === 'text' && spec.rules.length > 0);
  return hasWords ? `; each is ${wantedOf(spec)}` : '';
}

/** Text in which the name of a map is a link. */
function linked(words: string, [shape]: readonly Shape[]): string {
  return shape === undefined
    ? words
    : words.replace(/\b(?:a map|entities)\b/, (map) => `[${map}](${addressOf(shape)})`);
}

/** Shapes that a value may contain. */
function shapesIn(spec: ValueSpec, depth = 0): readonly Shape[] {
  if (depth > 4) return [];
  const inner =
    spec.kind === 'list'
      ? [spec.items()]
      : spec.kind === 'table'
        ? [spec.values()]
        : spec.kind === 'either'
          ? spec.alternatives()
          : [];
  return spec.kind === 'map' ? [spec.shape()] : inner.flatMap((one) => shapesIn(one, depth + 1));
}
