// Compiles edited content with the memory of earlier compilations, and from nothing, and compares everything.

import { expect } from 'vitest';
import { createRandom } from '../../scripts/bench/seeded-random.ts';
import { CompileMemory } from '../../src/compiler/index.ts';
import type { Compilation } from '../../src/compiler/model/index.ts';
import { compileFiles, type ContentFiles } from './content-files.ts';
import { editAtRandom } from './random-edits.ts';

/** Expects equal compilations without edits. Makes random edits, and expects equal compilations after each. */
export function expectSameCompilations(files: ContentFiles, seed: number, edits: number): void {
  const random = createRandom(seed);
  const memory = new CompileMemory();
  let last = compileFiles(files, memory).resolved;
  expect(describe(compileFiles(files, memory))).toBe(describe(compileFiles(files)));
  let settings = files.get('site.yaml');
  const story: string[] = [];
  for (let step = 0; step < edits; step++) {
    const { kind, place } = editAtRandom(files, random);
    story.push(`${kind}: ${place}`);
    // Quick models of earlier compilations change nothing in the complete ones.
    const routes = new Set([...last.pages.keys()].filter(() => random.chance(0.3)));
    const quick =
      files.get('site.yaml') === settings && random.chance(0.5) ? { last, routes, onResolved: () => {} } : undefined;
    const [again, anew] = [compileFiles(files, memory, quick), compileFiles(files)];
    last = again.resolved;
    settings = files.get('site.yaml');
    if (describe(again) !== describe(anew)) {
      const [now, clean] = [describe(again).split(' '), describe(anew).split(' ')];
      const at = now.findIndex((part, i) => part !== clean[i]);
      const around = (parts: readonly string[]): string => parts.slice(Math.max(0, at - 60), at + 20).join(' ');
      expect(around(now), `seed ${seed}: ${story.join('; ')}`).toBe(around(clean));
    }
  }
}

/** Describes a compilation. The memory parses frontmatters again when they are read, so documents are apart. */
function describe({ resolved, diagnostics, documents, navigation }: Compilation): string {
  return `${describeAll([diagnostics, resolved])} ${describeAll([documents, navigation])}`;
}

/** Describes all values. An object that occurs again is described by its number. */
function describeAll(values: readonly unknown[]): string {
  const numbers = new Map<object, number>();
  const parts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'function') return;
    if (typeof value !== 'object' || value === null) return void parts.push(JSON.stringify(value) ?? 'undefined');
    if (numbers.has(value)) return void parts.push(`#${numbers.get(value)}`);
    // Texts of files and types are equal objects, but not always the same one.
    if (!Array.isArray(value) && !('text' in value)) numbers.set(value, numbers.size);
    parts.push('{');
    const isList = value instanceof Map || value instanceof Set;
    for (const [key, inner] of isList ? value.entries() : valuesOf(value)) {
      visit(key);
      visit(inner);
    }
    parts.push('}');
  };
  visit(values);
  return parts.join(' ');
}

/** The values of an object: its own ones, and those that its class makes when they are read. */
function valuesOf(object: object): readonly (readonly [key: string, value: unknown])[] {
  const own = Object.entries(object);
  const { prototype } = object.constructor as { readonly prototype: object };
  if (prototype === Object.prototype || prototype === Array.prototype) return own;
  const made = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  return [...own, ...made.flatMap(([key, { get }]) => (get === undefined ? [] : [[key, get.call(object)] as const]))];
}
