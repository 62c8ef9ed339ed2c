// A sample of YAML or XML → its first syntax error. The values are not checked.

import sax from 'sax';
import { parseAllDocuments, type Node } from 'yaml';
import type { SyntaxFault } from '../model/index.ts';
import { bounds, type SourceFile } from '../source/index.ts';
import { findDeepCollection } from './yaml/yaml-bounds.ts';
import { describeYamlError } from './yaml/yaml-errors.ts';

const finders: Readonly<Record<string, ((text: string) => SyntaxFault | undefined) | undefined>> = {
  '.yaml': findYamlFault,
  '.yml': findYamlFault,
  '.xml': findXmlFault,
};

/** Whether this module can parse samples with this extension (with its dot). */
export function isData(extension: string): boolean {
  return Object.hasOwn(finders, extension);
}

/** The first error of a sample; undefined for a valid one, and for other extensions. */
export function findDataFault(text: string, extension: string): SyntaxFault | undefined {
  return isData(extension) ? finders[extension]!(text) : undefined;
}

/** The library compares each key with all others of its map, so longer texts skip this check. */
const maxCompared = 50_000;

/** A fragment may use anchors that are defined outside of it. */
const allowedInYaml = new Set(['BAD_ALIAS']);

function findYamlFault(text: string): SyntaxFault | undefined {
  const deep = findDeepCollection(text, bounds.yamlDepth);
  if (deep !== undefined)
    return { problem: `it is nested more than ${bounds.yamlDepth} levels deep`, range: { start: deep, end: deep + 1 } };
  const file: SourceFile = { path: '', text };
  const documents = parseAllDocuments(text.replace(/\r(?!\n)/g, '\n'), {
    version: '1.2',
    prettyErrors: false,
    uniqueKeys: text.length <= maxCompared,
    merge: true,
  });
  for (const document of Array.isArray(documents) ? documents : []) {
    const error = document.errors.find(({ code }) => !allowedInYaml.has(code));
    if (error === undefined) continue;
    if (error.code === 'DUPLICATE_KEY')
      return { problem: 'the map has this key twice', range: { start: error.pos[0], end: error.pos[1] } };
    const [place, { problem }] = describeYamlError(
      file,
      { start: 0, end: text.length },
      error,
      document.contents as Node | null,
    );
    return { problem, range: place.range ?? { start: error.pos[0], end: error.pos[1] } };
  }
  return undefined;
}

/** Thrown to stop the parser, which otherwise continues after an error. */
const enough = new Error('enough');

function findXmlFault(text: string): SyntaxFault | undefined {
  const parser = sax.parser(true, { position: true });
  const open: { name: string; start: number }[] = [];
  let fault: SyntaxFault | undefined;
  const stop = (problem: string, start: number, length: number): never => {
    fault = { problem, range: { start, end: Math.min(start + length, text.length) } };
    throw enough;
  };
  const handlers: Pick<sax.SAXParser, 'onopentag' | 'onclosetag' | 'onerror'> = {
    onopentag: ({ name, isSelfClosing }) => {
      if (!isSelfClosing) open.push({ name, start: Math.max(parser.startTagPosition - 1, 0) });
    },
    onclosetag: (name) => {
      if (open.at(-1)?.name === name) open.pop();
    },
    onerror: ({ message }) => {
      const problem = message.split('\n')[0]!.replace(/\.$/, '');
      const last = open.at(-1);
      if (last && /^Unclosed root tag|^Unexpected end|^Unexpected close tag|^Unmatched closing tag/.test(problem)) {
        stop(`the element \`${last.name}\` that opens here is not closed`, last.start, last.name.length + 1);
      }
      stop(problem[0]!.toLowerCase() + problem.slice(1), Math.max(Math.min(parser.position, text.length) - 1, 0), 1);
    },
  };
  Object.assign(parser, handlers);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error !== enough) throw error;
  }
  return fault;
}
