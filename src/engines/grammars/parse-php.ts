// PHP → its first syntax error, found by Mago. The package is a formatter; only its error for invalid code is used.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ParserError } from './parser-error.ts';

/** The version of PHP that samples may be written in. */
const version = '8.5';

const openTag = /^<\?php\s/;

/** Samples may show members without their class. With this text before them, they are parsed in a class. */
const inClass = 'class _ {';

/**
 * Parses PHP, and if that fails parses it as members of a class. If both fail, the later error is closer to the
 * mistake.
 */
export async function parsePhp(text: string): Promise<ParserError | undefined> {
  const parse = await loadMago();
  const error = parse(text);
  const tag = openTag.exec(text)?.[0].length;
  if (error === undefined || tag === undefined || text.includes('?>')) return error;
  const framed = parse(`${text.slice(0, tag)}${inClass}${text.slice(tag)}\n}`);
  if (framed === undefined) return undefined;
  const at = Math.min(Math.max(framed.at - inClass.length, tag), text.length);
  return at > error.at ? { ...framed, at } : error;
}

let mago: Promise<(text: string) => ParserError | undefined> | undefined;

/** Drops the instance, whose memory may be corrupt. */
export function dropMago(): void {
  mago = undefined;
}

function loadMago(): Promise<(text: string) => ParserError | undefined> {
  mago ??= openMago();
  return mago;
}

async function openMago(): Promise<(text: string) => ParserError | undefined> {
  const binding = await import('@wasm-fmt/mago_fmt/mago_fmt_bg.js');
  const module = await WebAssembly.compile(
    await readFile(createRequire(import.meta.url).resolve('@wasm-fmt/mago_fmt/wasm')),
  );
  const { exports } = await WebAssembly.instantiate(module, {
    './mago_fmt_bg.js': binding as unknown as WebAssembly.ModuleImports,
  });
  return (text) => {
    binding.__wbg_set_wasm(exports);
    try {
      binding.format_with_version(text, version, 'sample.php');
      return undefined;
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error;
      return readFault(String(error), text);
    }
  };
}

/** Reads Mago's error text: `UnexpectedToken(Exactly(Semicolon), Echo, Span { … start: Position { offset: 29 } …`. */
function readFault(fault: string, text: string): ParserError {
  const [start, end] = [...fault.matchAll(/offset: (\d+)/g)].map(([, offset]) => fromBytes(text, Number(offset)));
  if (start === undefined) throw new Error(`Mago: ${fault}`);
  if (/RecursionLimit/.test(fault)) return { problem: 'it is nested too deeply to be read', at: start };
  if (/UnexpectedEndOfFile/.test(fault)) return { problem: 'the code ends too early', at: text.length };
  if (/UnclosedLiteralString/.test(fault))
    return { problem: `the string that \`${text[start]}\` opens here is not closed`, at: start };
  const found = text.slice(start, end).split('\n')[0]!.slice(0, 24);
  return { problem: `\`${found}\` does not fit here`, at: start };
}

function fromBytes(text: string, bytes: number): number {
  return Buffer.from(text).subarray(0, bytes).toString().length;
}
