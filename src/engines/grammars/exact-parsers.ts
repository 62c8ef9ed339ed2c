// The parsers that languages themselves use, or that read every rule of them: text → where it stops being code.
// tree-sitter takes in much that a language refuses; these do not, and they say what they miss.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { leaveMago, parsePhp } from './parse-php.ts';
import type { Stuck } from './stuck.ts';

type ExactParser = (text: string) => Promise<Stuck | undefined>;

/** Whether a parser has called itself too often: the text is nested too deeply for it. */
function isOverflow(error: unknown): boolean {
  return error instanceof RangeError || error instanceof WebAssembly.RuntimeError;
}

/** A parser that lives through too deep a text. `reset` leaves behind what the overflow may have spoilt. */
function guarded(parse: ExactParser, reset: () => void = () => {}): ExactParser {
  return async (text) => {
    try {
      return await parse(text);
    } catch (error) {
      if (!isOverflow(error)) throw error;
      reset();
      return { problem: 'it is nested too deeply to be read', at: text.length };
    }
  };
}

/** By the grammar's name. Grammars that are not here rely on tree-sitter alone; shell scripts are judged a second time, see `judgeShell`. */
export const exactParsers: Readonly<Record<string, ExactParser | undefined>> = {
  javascript: guarded((text) => parseScript(text, ['jsx'])),
  typescript: guarded((text) => parseScript(text, ['typescript'])),
  tsx: guarded((text) => parseScript(text, ['typescript', 'jsx'])),
  go: guarded(parseGo, () => {
    go = undefined;
  }),
  python: guarded(parsePython, () => {
    python = undefined;
  }),
  ruby: guarded(parseRuby, () => {
    ruby = undefined;
  }),
  php: guarded(parsePhp, leaveMago),
};

/**
 * What samples may do although a program may not: the same name twice, since alternatives stand one below the other; and
 * decorators of parameters, which frameworks have and no proposal of the language does.
 */
const allowed = new Set([
  'VarRedeclaration',
  'ModuleExportUndefined',
  'DuplicateExport',
  'DuplicateDefaultExport',
  'UnsupportedParameterDecorator',
]);

interface BabelError {
  readonly message: string;
  readonly pos: number;
  readonly reasonCode: string;
}

async function parseScript(text: string, syntax: readonly ('jsx' | 'typescript')[]): Promise<Stuck | undefined> {
  const { parse } = await import('@babel/parser');
  const parseWith = (errorRecovery: boolean, sourceType: 'module' | 'script' = 'module'): readonly BabelError[] => {
    try {
      const { errors } = parse(text, {
        sourceType,
        errorRecovery,
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        allowNewTargetOutsideFunction: true,
        allowSuperOutsideMethod: true,
        allowUndeclaredExports: true,
        plugins: [...syntax, ...newSyntax],
      });
      return (errors ?? []) as unknown as readonly BabelError[];
    } catch (error) {
      if (error instanceof SyntaxError) return [error as unknown as BabelError];
      throw error;
    }
  };
  let errors = parseWith(false);
  if (errors.some(({ reasonCode }) => allowed.has(reasonCode))) errors = parseWith(true);
  const error = errors.find(({ reasonCode }) => !allowed.has(reasonCode));
  // Old scripts may have what modules may not: `with`, octal numbers, comments of HTML.
  if (error === undefined || parseWith(false, 'script').length === 0) return undefined;
  // Babel names the end of a comma that nothing stands before.
  const at = text[error.pos - 1] === ',' && /token ','/.test(error.message) ? error.pos - 1 : error.pos;
  return { problem: sentence(error.message.replace(/ \(\d+:\d+\)$/, '')), at };
}

/** Syntax that is on its way into the language, or there and not yet on by default. */
const newSyntax = [
  'decorators',
  'decoratorAutoAccessors',
  'explicitResourceManagement',
  'deferredImportEvaluation',
  'sourcePhaseImports',
] as const;

/** Fragments are read as declarations, or as statements in a function; of two failures the later one is nearer. */
async function parseGo(text: string): Promise<Stuck | undefined> {
  const format = await loadGo();
  const parse = (head: string, body: number, tail: string): Stuck | undefined => {
    // Functions that stand below statements are read as values; the length stays.
    const statements = text.slice(body).replace(/^func \w+(?=\()/gm, (found) => '_=func'.padEnd(found.length));
    const inner = `${text.slice(0, body)}func _() {${statements}`;
    const whole = `${head}${tail === '' ? text : inner}${tail}`;
    try {
      format(whole);
      return undefined;
    } catch (error) {
      if (isOverflow(error)) throw error;
      const message = error instanceof Error ? error.message : String(error);
      const [, line, column, problem] = /^(\d+):(\d+): ([^]*?)(?: \(and \d+ more errors\))?$/.exec(message) ?? [];
      if (problem === undefined) throw error;
      let at = offsetOf(whole, Number(line), Number(column)) - head.length;
      if (tail !== '' && at > body) at -= 'func _() {'.length;
      return { problem: sentence(problem), at: Math.min(Math.max(at, 0), text.length) };
    }
  };
  if (/^package\s+\w/m.test(text)) return parse('', 0, '');
  const asDeclarations = parse('package _p;', 0, '');
  if (asDeclarations === undefined) return undefined;
  const imports = /^(?:\s*(?:\/\/.*|import\s*\([^)]*\)|import\s.*)(?:\n|$))*/.exec(text)![0].length;
  const asStatements = parse('package _p;', imports, '\n}');
  if (asStatements === undefined) return undefined;
  return asStatements.at > asDeclarations.at ? asStatements : asDeclarations;
}

/** gofmt in an instance of our own, so that one whose memory is spoilt can be left behind. */
async function loadGo(): Promise<(source: string) => string> {
  const { format } = await import('@wasm-fmt/gofmt/gofmt_binding.js');
  goModule ??= readFile(createRequire(import.meta.url).resolve('@wasm-fmt/gofmt/wasm')).then((bytes) =>
    WebAssembly.compile(bytes),
  );
  if (go === undefined) {
    go = (await WebAssembly.instantiate(await goModule)).exports;
    (go['_initialize'] as () => void)();
  }
  const instance = go;
  return (source) => format(instance, source);
}

let goModule: Promise<WebAssembly.Module> | undefined;
let go: WebAssembly.Exports | undefined;

async function parsePython(text: string): Promise<Stuck | undefined> {
  const { PositionEncoding, Workspace } = await import('@astral-sh/ruff-wasm-nodejs');
  python ??= new Workspace({ lint: { select: [] }, 'target-version': 'py314' }, PositionEncoding.Utf16);
  // A fragment that stands indented, as it does in its function.
  const head = /^(?:[ \t]*(?:#.*)?\n)*[ \t]+\S/.test(text) ? 'if True:\n' : '';
  const whole = `${head}${text}`;
  const found = python.check(whole) as readonly PythonError[];
  const error = found.find(
    ({ code, message }) => (code === null || code === 'invalid-syntax') && !allowedInPython.test(message),
  );
  if (error === undefined) return undefined;
  const { row, column } = error.start_location;
  const at = offsetOf(whole, row, column, 'utf-16') - head.length;
  return { problem: sentence(error.message.replace(/^SyntaxError: /, '')), at: Math.max(at, 0) };
}

/** `nonlocal` outside of a function: fragments have it. */
const allowedInPython = /^nonlocal declaration not allowed at module level/;

let python: { check(text: string): unknown } | undefined;

interface PythonError {
  readonly code: string | null;
  readonly message: string;
  readonly start_location: { readonly row: number; readonly column: number };
}

/** `yield`, `break`, … outside of what they belong to: fragments have them. */
const allowedInRuby = /^Invalid (?:yield|return|break|next|redo|retry)/;

const endsEarly = /^unexpected end-of-input/;

async function parseRuby(text: string): Promise<Stuck | undefined> {
  ruby ??= loadRuby();
  const { errors } = (await ruby)(text);
  const found = errors.filter(({ message }) => !allowedInRuby.test(message));
  // Where the text ends too early, a later error names what is not closed.
  const error = found.find(({ message }) => !endsEarly.test(message)) ?? found[0];
  return error && { problem: sentence(error.message), at: fromBytes(text, error.location.startOffset) };
}

type ParseRuby = (text: string) => {
  readonly errors: readonly { message: string; location: { startOffset: number } }[];
};

let ruby: Promise<ParseRuby> | undefined;

/**
 * Prism's own loader takes Node's WASI, which says on every start that it is experimental. Parsing asks the system for
 * nothing, so Prism gets functions that refuse.
 */
async function loadRuby(): Promise<ParseRuby> {
  const { parsePrism } = await import('@ruby/prism/src/parsePrism.js');
  const path = createRequire(import.meta.url).resolve('@ruby/prism/src/prism.wasm');
  const module = await WebAssembly.compile(await readFile(path));
  const refuse = (): number => notSupported;
  const imports: Record<string, Record<string, () => number>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = refuse;
  const { exports } = await WebAssembly.instantiate(module, imports);
  (exports['_initialize'] as () => void)();
  return (text) => parsePrism(exports, text, { partial_script: true });
}

/** WASI's number for it. */
const notSupported = 58;

/** Judges a shell script that tree-sitter refuses. */
export const judgeShell = guarded(parseShell);

async function parseShell(text: string): Promise<Stuck | undefined> {
  const { parse, ParseError } = await import('sh-syntax');
  try {
    await parse(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof ParseError) || error.Pos === undefined) throw error;
    const at = fromBytes(text, error.Pos.Offset);
    // `curl (a)`: the parser speaks of a function `foo` that nobody wrote.
    if (/\bfoo\(/.test(error.Text))
      return { problem: '`(` does not fit here', at: Math.max(text.indexOf('(', at), at) };
    return { problem: sentence(error.Text), at };
  }
}

/** A message to be continued by a full stop. */
function sentence(message: string): string {
  const line = message
    .split('\n')[0]!
    .trim()
    .replace(/\.$/, '')
    .replace(/"([^"\s]+)"/g, '`$1`');
  return /^[A-Z][a-z' ]/.test(line) ? line[0]!.toLowerCase() + line.slice(1) : line;
}

/** The offset of a line and column, both from 1; columns in bytes or UTF-16 units. */
function offsetOf(text: string, line: number, column: number, unit: 'bytes' | 'utf-16' = 'bytes'): number {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  const row = text.slice(start, end < 0 ? text.length : end);
  return start + (unit === 'bytes' ? fromBytes(row, column - 1) : Math.min(column - 1, row.length));
}

/** The UTF-16 offset of an offset in UTF-8 bytes. */
function fromBytes(text: string, bytes: number): number {
  return Buffer.from(text).subarray(0, bytes).toString().length;
}
