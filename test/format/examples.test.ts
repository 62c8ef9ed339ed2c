// Each key, attribute and component of the format's tables has a sentence, and an example that compiles without
// findings. The handbook's page of keys shows both.

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  commonAttributes,
  components,
  elements,
  fenceAttributes,
  headingKeys,
  navigationShape,
  ownAttributes,
  pageShape,
  siteShape,
  type Attribute,
  type Component,
  type Shape,
  type ValueSpec,
} from '../../src/compiler/format/index.ts';
import { findings } from '../compile.ts';
import { compileBody, compileValues, shapesWithPlace } from './example-world.ts';

/** All shapes that are part of given shapes, at any depth. */
function shapesBelow(shapes: readonly Shape[]): ReadonlySet<Shape> {
  const found = new Set<Shape>();
  const seen = new Set<ValueSpec>();
  const visitShape = (shape: Shape): void => {
    if (found.has(shape)) return;
    found.add(shape);
    for (const { value } of Object.values(shape.keys)) visit(value);
  };
  const visit = (spec: ValueSpec): void => {
    if (seen.has(spec)) return;
    seen.add(spec);
    if (spec.kind === 'map') visitShape(spec.shape());
    else if (spec.kind === 'list') visit(spec.items());
    else if (spec.kind === 'table') visit(spec.values());
    else if (spec.kind === 'either') spec.alternatives().forEach(visit);
  };
  shapes.forEach(visitShape);
  return found;
}

const shapes = [...shapesBelow([pageShape, navigationShape, siteShape])];
const keys = shapes.flatMap((shape) => Object.entries(shape.keys).map(([name, key]) => ({ shape, name, key })));

/** A sentence begins with a capital letter or code, and ends with a full stop. */
const sentence = /^(?:[A-Z`“].*[^.]\.|`[^`]+`[^`].*\.)$/s;

test('every shape has a sentence, and a place in the example folder', () => {
  expect(shapes.length).toBeGreaterThan(12);
  expect(shapes.filter(({ about }) => !sentence.test(about))).toEqual([]);
  expect(shapes.filter((shape) => !shapesWithPlace.has(shape))).toEqual([]);
});

describe.each(keys)('$name of $shape.where', ({ shape, name, key }) => {
  test('has a sentence', () => {
    expect(key.about).toMatch(sentence);
    expect(key.absent ?? 'words').toMatch(/^\S.*[^.]$/);
  });

  test(`has an example that compiles without findings: ${key.example}`, () => {
    expect(key.example).toMatch(/^\S.*$/);
    const values = parse(`${name}: ${key.example}`) as Record<string, unknown>;
    expect(Object.keys(values)).toEqual([name]);
    expect(findings(compileValues(shape, values))).toEqual([]);
  });
});

const attributes = [
  ...Object.entries(components as Readonly<Record<string, Component>>).flatMap(([component, table]) =>
    Object.entries(table.attributes).map(([name, attribute]) => ({ component, name, attribute })),
  ),
  ...Object.entries(commonAttributes).map(([name, attribute]) => ({ component: 'div', name, attribute })),
  ...Object.entries(ownAttributes).flatMap(([component, table]) =>
    Object.entries(table).map(([name, attribute]) => ({ component, name, attribute })),
  ),
];

describe.each(Object.entries(components as Readonly<Record<string, Component>>))('%s', (name, component) => {
  test('has a sentence, and an example that compiles without findings', () => {
    expect(component.about).toMatch(sentence);
    expect(component.example).toContain(`<${name}`);
    expect(findings(compileBody(component.example))).toEqual([]);
  });
});

/** A tag with one attribute, and the content that it needs. */
function tagWith(component: string, { example }: Attribute): string {
  if (component === 'CodeBlockTab') return `<CodeBlock>\n${fenceIn(`<CodeBlockTab ${example}`, example)}\n</CodeBlock>`;
  if (component === 'CodeBlock') return fenceIn(`<CodeBlock ${example}`, example);
  return `<${component} ${example}>Words.</${component}>`;
}

/** A block or a tab that shows a file or a fence. */
function fenceIn(start: string, example: string): string {
  const name = /^<(\w+)/.exec(start)![1]!;
  return example.startsWith('file=') ? `${start} />` : `${start}>\n\n\`\`\`ruby\nopen\n\`\`\`\n\n</${name}>`;
}

describe.each(attributes)('$name of $component', ({ component, name, attribute }) => {
  test('has a sentence, and an example that compiles without findings', () => {
    expect(attribute.about).toMatch(sentence);
    expect(attribute.example.split('=')[0]).toBe(name);
    expect(findings(compileBody(tagWith(component, attribute)))).toEqual([]);
  });
});

describe.each(Object.entries(fenceAttributes))('%s of a fence', (name, { about, example, otherNames }) => {
  test('has a sentence, and an example that compiles without findings', () => {
    expect(about).toMatch(sentence);
    expect(example.split('=')[0]).toBe(name);
    for (const other of [name, ...otherNames]) {
      const fence = `\`\`\`ruby ${example.replace(name, other)}\none\ntwo\n\`\`\``;
      expect(findings(compileBody(fence))).toEqual([]);
      expect(findings(compileBody(`<CodeBlock>\n\n${fence}\n\n</CodeBlock>`))).toEqual([]);
    }
  });
});

test.each(Object.entries(headingKeys))('%s of a heading has a sentence and an example', (name, { about, example }) => {
  expect(about).toMatch(sentence);
  expect(Object.keys(JSON.parse(`{${example}}`) as object)).toEqual([name]);
  expect(findings(compileBody(`## Keys {{ ${example} }}`))).toEqual([]);
});

test('the elements are those that bodies may use', () => {
  for (const element of elements) expect(findings(compileBody(`<${element}>Words.</${element}>`))).toEqual([]);
});
