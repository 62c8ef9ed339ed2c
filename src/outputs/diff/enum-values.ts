// The possible values that a description lists: `- \`pending\`` for each of them. Readers of most tables find the
// values of an enum there, since the type is only a name.

/** The values of a list in which every item begins with code, and the text without its items. */
export interface ListedValues {
  readonly values: ReadonlySet<string>;
  /** The text without the items of the list. */
  readonly rest: string;
}

/** @returns undefined if the text has no such list, or several lists */
export function listedValues(text: string | undefined): ListedValues | undefined {
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const items = lines.filter((line) => /^[-*+] /.test(line));
  if (items.length === 0) return undefined;
  const values = items.map((line) => /^[-*+] `([^`]+)`/.exec(line)?.[1]);
  if (values.includes(undefined)) return undefined;
  return {
    values: new Set(values as string[]),
    rest: lines.filter((line) => line.trim() !== '' && !items.includes(line)).join('\n'),
  };
}
