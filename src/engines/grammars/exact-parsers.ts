// The reference parsers of languages, or equally strict parsers: text → its first syntax error. tree-sitter accepts
// much invalid code. These parsers do not accept it, and their messages name the problem.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadOnce } from './load-once.ts';
import { dropMago, parsePhp } from './parse-php.ts';
import type { ParserError } from './parser-error.ts';

type ExactParser = (text: string) => Promise<ParserError | undefined>;

/** Whether a parser's stack has overflowed: the text is nested too deeply. */
function isOverflow(error: unknown): boolean {
  return error instanceof RangeError || error instanceof WebAssembly.RuntimeError;
}

/**
 * Turns a stack overflow into a fault. `reset` drops a WebAssembly instance whose memory the overflow may have
 * corrupted.
 */
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

/** Parsers by the grammar's name. Other grammars use tree-sitter alone; for shell scripts see `parseRejectedShell`. */
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
    ruby = loadOnce(loadRuby);
  }),
  php: guarded(parsePhp, dropMago),
};

/**
 * Errors that samples may contain: duplicate names, since a sample may list alternatives; and parameter decorators,
 * which frameworks use although no language proposal has them.
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

async function parseScript(text: string, syntax: readonly ('jsx' | 'typescript')[]): Promise<ParserError | undefined> {
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
  // Scripts may contain syntax that modules may not: `with`, octal numbers, HTML comments.
  if (error === undefined || parseWith(false, 'script').length === 0) return undefined;
  // For a comma without an expression before it, Babel reports the comma's end.
  const at = text[error.pos - 1] === ',' && /token ','/.test(error.message) ? error.pos - 1 : error.pos;
  return { problem: sentence(error.message.replace(/ \(\d+:\d+\)$/, '')), at };
}

/** Syntax proposals, and new syntax that Babel does not enable by default. */
const newSyntax = [
  'decorators',
  'decoratorAutoAccessors',
  'explicitResourceManagement',
  'deferredImportEvaluation',
  'sourcePhaseImports',
] as const;

/**
 * Parses a fragment as declarations, then as statements in a function. If both fail, the later error is closer to the
 * mistake.
 */
async function parseGo(text: string): Promise<ParserError | undefined> {
  const format = await loadGo();
  const parse = (head: string, body: number, tail: string): ParserError | undefined => {
    // Turns functions declared among statements into assigned values of the same length.
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

/** Loads gofmt in its own WebAssembly instance, so that an instance with corrupt memory can be dropped. */
async function loadGo(): Promise<(source: string) => string> {
  const { format } = await import('@wasm-fmt/gofmt/gofmt_binding.js');
  if (go === undefined) {
    go = (await WebAssembly.instantiate(await loadGoModule())).exports;
    (go['_initialize'] as () => void)();
  }
  const instance = go;
  return (source) => format(instance, source);
}

const loadGoModule = loadOnce(async () =>
  WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve('@wasm-fmt/gofmt/wasm'))),
);
let go: WebAssembly.Exports | undefined;

async function parsePython(text: string): Promise<ParserError | undefined> {
  const { PositionEncoding, Workspace } = await import('@astral-sh/ruff-wasm-nodejs');
  python ??= new Workspace({ lint: { select: [] }, 'target-version': 'py314' }, PositionEncoding.Utf16);
  // An indented fragment, for example the body of a function, gets a line that allows its indentation.
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

/** `nonlocal` outside of a function: allowed in fragments. */
const allowedInPython = /^nonlocal declaration not allowed at module level/;

let python: { check(text: string): unknown } | undefined;

interface PythonError {
  readonly code: string | null;
  readonly message: string;
  readonly start_location: { readonly row: number; readonly column: number };
}

/** `yield`, `break`, … outside of a method or loop: allowed in fragments. */
const allowedInRuby = /^Invalid (?:yield|return|break|next|redo|retry)/;

const endsEarly = /^unexpected end-of-input/;

async function parseRuby(text: string): Promise<ParserError | undefined> {
  const { errors } = (await ruby())(text);
  const found = errors.filter(({ message }) => !allowedInRuby.test(message));
  // If the text ends too early, a later error names the construct that is not closed.
  const error = found.find(({ message }) => !endsEarly.test(message)) ?? found[0];
  return error && { problem: sentence(error.message), at: fromBytes(text, error.location.startOffset) };
}

type ParseRuby = (text: string) => {
  readonly errors: readonly { message: string; location: { startOffset: number } }[];
};

let ruby = loadOnce(loadRuby);

/**
 * Prism's own loader uses Node's WASI, which prints a warning at every start. Parsing makes no system calls, so Prism
 * gets functions that return an error.
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

/** WASI's error number `ENOTSUP`. */
const notSupported = 58;

/** Parses a shell script that tree-sitter has rejected, since tree-sitter also rejects some valid scripts. */
export const parseRejectedShell = guarded(parseShell);

async function parseShell(text: string): Promise<ParserError | undefined> {
  const { parse, ParseError } = await import('sh-syntax');
  try {
    await parse(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof ParseError) || error.Pos === undefined) throw error;
    const at = fromBytes(text, error.Pos.Offset);
    // For `curl (a)` the parser's message names a function `foo` that is not in the text.
    if (/\bfoo\(/.test(error.Text))
      return { problem: '`(` does not fit here', at: Math.max(text.indexOf('(', at), at) };
    return { problem: sentence(error.Text), at };
  }
}

/** A parser's message as a clause: one line, no capital, no full stop. */
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
