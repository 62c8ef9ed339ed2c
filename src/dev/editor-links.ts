// Addresses that open a place of a file in an editor.

/** A place in a file. */
export interface EditorPlace {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const schemes: Readonly<Record<string, (place: EditorPlace) => string>> = {
  vscode: inCode('vscode'),
  'vscode-insiders': inCode('vscode-insiders'),
  vscodium: inCode('vscodium'),
  cursor: inCode('cursor'),
  windsurf: inCode('windsurf'),
  zed: inCode('zed'),
  idea: ({ file, line, column }) => `idea://open?file=${encodeURIComponent(file)}&line=${line}&column=${column}`,
  textmate: ({ file, line, column }) => `txmt://open?url=file://${encodeFile(file)}&line=${line}&column=${column}`,
};

/** Names of the known editors, and `none`. */
export const editorNames: readonly string[] = [...Object.keys(schemes), 'none'];

/** The address that opens a place in an editor; undefined for `none`. */
export function linkToEditor(editor: string, place: EditorPlace): string | undefined {
  return schemes[editor]?.(place);
}

function inCode(scheme: string): (place: EditorPlace) => string {
  return ({ file, line, column }) => `${scheme}://file${encodeFile(file)}:${line}:${column}`;
}

/** An absolute path in an address: with `/`, and one at its start, also on Windows. */
function encodeFile(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/^(?!\/)/, '/');
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll('%3A', ':'))
    .join('/');
}
