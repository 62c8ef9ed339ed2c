// Samples of data: syntax errors in YAML and XML, and their places.

import { expect, test } from 'vitest';
import { findDataFault } from '../../src/compiler/parse/index.ts';
import { pointAt } from '../../src/compiler/source/index.ts';

test.each([
  ['.yaml', 'openapi: 3.1.0\npaths:\n  /x: { get: { responses: { 200: { description: ok } } } }\n'],
  ['.yaml', 'a: &x 1\nb: *x\n---\nc: !tag |\n  text: "\n'],
  ['.yml', 'on: [push]\njobs:\n  a:\n    steps:\n      - run: echo "${{ secrets.KEY }}"\n'],
  ['.yaml', 'base: &b { a: 1 }\nc:\n  <<: *b\n'],
  ['.yaml', '- *above\n'],
  ['.yaml', ''],
  ['.xml', '<?xml version="1.0"?>\n<a xmlns:b="c"><b:d e="f"/><!-- x --><![CDATA[<]]></a>\n'],
  ['.xml', '<dependency>\n  <groupId>com.harbor</groupId>\n</dependency>\n'],
  ['.css', 'a {'],
])('%s %j has no syntax error', (extension, text) => {
  expect(findDataFault(text, extension)).toBeUndefined();
});

test.each([
  ['.yaml', 'a: "x\nb: 1\n', '1:4', 'not closed'],
  ['.yaml', 'a: [1, 2\nb: 1\n', '2:1', ''],
  ['.yaml', 'a: 1\n b: 2\n', '2:2', ''],
  ['.yaml', 'a: 1\n\tb: 2\n', '2:1', 'tab'],
  ['.yaml', 'a: 1\nb: 2\na: 3\n', '3:1', 'twice'],
  ['.yaml', `${'['.repeat(500)}`, '1:65', 'levels'],
  ['.xml', '<a>\n  <b>\n</a>\n', '2:3', 'not closed'],
  ['.xml', '<a>\n  <b></b>\n', '1:1', 'not closed'],
  ['.xml', '<a b=c></a>', '1:6', 'unquoted'],
])('%s %j has a syntax error at the right place', (extension, text, place, problem) => {
  const fault = findDataFault(text, extension)!;
  const { line, column } = pointAt({ path: '', text }, fault.range.start);
  expect([`${line}:${column}`, fault.problem]).toEqual([place, expect.stringContaining(problem)]);
});

test.each([
  ['.yaml', Array.from({ length: 12_000 }, (_, i) => `k${i}: ${i}\n`).join('')],
  ['.yaml', '- '.repeat(50_000)],
  ['.xml', '<a>'.repeat(33_000)],
  ['.xml', `<a ${Array.from({ length: 9000 }, (_, i) => `b${i}="c"`).join(' ')}/>`],
  ['.xml', `<a>${'&'.repeat(100_000)}`],
])('%s of 100 KB is read quickly', (extension, text) => {
  const start = process.cpuUsage();
  findDataFault(text, extension);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
});
