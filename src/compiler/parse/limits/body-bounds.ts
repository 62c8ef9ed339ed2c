// Finds quotes and list items that are nested too deeply to parse. The time of the parser grows faster than their
// number, so they are counted in the text before parsing. For tags and braces, see `jsx-bounds.ts`.

/** The place in a text where it exceeds a limit. */
export interface Excess {
  readonly offset: number;
  readonly length: number;
}

const container = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$))/y;

/** The first quote or list item above `limit` that one line opens. Undefined if no line exceeds the limit. */
export function findContainerExcess(text: string, limit: number): Excess | undefined {
  for (let start = 0; start <= text.length; start = nextLine(text, start)) {
    container.lastIndex = start;
    let count = 0;
    for (;;) {
      const before: number = container.lastIndex;
      const match = container.exec(text);
      if (match === null) break;
      if (++count > limit) return { offset: before + match[0].length - 1, length: 1 };
    }
  }
  return undefined;
}

function nextLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length + 1 : end + 1;
}
