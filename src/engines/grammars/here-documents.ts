// Finds here-documents that are not closed correctly. The parsers accept them, or read on to the end of the file.

import type { SyntaxFault } from '../../compiler/model/index.ts';

/** The start of a here-document in a tree. */
export interface Opening {
  /** Offset of its name. */
  readonly at: number;
  /** The name as written, with quotes and backslashes. */
  readonly written: string;
  /** Whether tabs are allowed before the name at its end: `<<-`. */
  readonly mayHaveTabs: boolean;
}

/** The first here-document of a shell script that is not closed. Its last line must contain only its name. */
export function findShellDocument(text: string, openings: readonly Opening[]): SyntaxFault | undefined {
  // Documents that open on the same line follow each other.
  let lastLine = -1;
  let from = 0;
  for (const { at, written, mayHaveTabs } of openings) {
    const name = written.replace(/["'\\]/g, '');
    if (name === '') continue;
    const next = nextLine(text, at);
    const body = next === lastLine ? from : next;
    lastLine = next;
    const end = findLine(text, body, (line) => (mayHaveTabs ? line.replace(/^\t+/, '') : line) === name);
    if (end === undefined) return explain(text, { at, body, name, length: written.length, mayHaveTabs });
    from = end;
  }
  return undefined;
}

interface Unclosed {
  readonly at: number;
  readonly body: number;
  readonly name: string;
  readonly length: number;
  readonly mayHaveTabs: boolean;
}

function explain(text: string, { at, body, name, length, mayHaveTabs }: Unclosed): SyntaxFault {
  const similar = findLine(text, body, (line) => line.trim().replace(/;$/, '') === name);
  if (similar === undefined) {
    return {
      problem: `the here-document that \`${name}\` opens here is not closed`,
      range: { start: at, end: at + length },
    };
  }
  const start = text.indexOf(name, text.lastIndexOf('\n', similar - 2) + 1);
  const allowed = mayHaveTabs
    ? 'may have only tabs before it, and nothing after it'
    : 'must stand alone on its line, without spaces';
  return {
    problem: `\`${name}\` does not close the here-document: it ${allowed}`,
    range: { start, end: start + name.length },
  };
}

/** In PHP no line of a here-document may be indented less than its end. */
export function findPhpDocument(text: string): SyntaxFault | undefined {
  const opens = /<<<[ \t]*(["']?)([A-Za-z_]\w*)\1[ \t]*\r?\n/g;
  for (let opening = opens.exec(text); opening; opening = opens.exec(text)) {
    const [, , name] = opening;
    const body = opens.lastIndex;
    const closes = new RegExp(`^[ \\t]*${name}\\b`);
    const end = findLine(text, body, (line) => closes.test(line));
    if (end === undefined) return undefined;
    const last = text.lastIndexOf('\n', end - 2) + 1;
    const indent = /^[ \t]*/.exec(text.slice(last, end))![0];
    const wrong = findLine(text.slice(0, last), body, (line) => line.trim() !== '' && !line.startsWith(indent));
    if (wrong !== undefined) {
      const start = text.lastIndexOf('\n', wrong - 2) + 1;
      const range = { start, end: start + text.slice(start, wrong).trimEnd().length };
      return { problem: `this line is indented less than \`${name}\`, which closes its here-document`, range };
    }
    opens.lastIndex = end;
  }
  return undefined;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The offset after the first matching line, searched from an offset on. */
function findLine(text: string, from: number, matches: (line: string) => boolean): number | undefined {
  for (let start = from; start < text.length; start = nextLine(text, start)) {
    const end = nextLine(text, start);
    if (matches(text.slice(start, end).replace(/\r?\n$/, ''))) return end;
  }
  return undefined;
}
