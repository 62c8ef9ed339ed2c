// What may stand behind the language of a code fence, and behind a heading (format.md 6.4 and 5.6).

import type { CodeMark } from '../source/index.ts';

/** What an attribute of a fence does. */
type FenceValue =
  | { readonly kind: 'text' }
  /** A list of lines, such as `1,3-5`, and the mark that they get. */
  | { readonly kind: 'lines'; readonly mark: CodeMark }
  /** Alone, or with `=true`. */
  | { readonly kind: 'flag' };

/** An attribute of a fence. */
export interface FenceAttribute {
  readonly value: FenceValue;
  readonly about: string;
  readonly example: string;
  /** Names of other tools for the same. */
  readonly otherNames: readonly string[];
}

export const fenceAttributes: Readonly<Record<string, FenceAttribute>> = {
  title: {
    value: { kind: 'text' },
    about: 'The words in the head.',
    example: 'title="door.rb"',
    otherNames: ['filename'],
  },
  tab: {
    value: { kind: 'text' },
    about: 'Has no effect. Other tools group fences by it.',
    example: 'tab="Ruby"',
    otherNames: [],
  },
  language: {
    value: { kind: 'text' },
    about: 'On a tab of a `CodeBlock`: the one language in which it is shown.',
    example: 'language="ruby"',
    otherNames: [],
  },
  highlight: {
    value: { kind: 'lines', mark: 'highlight' },
    about: 'Lines that stand out. `{2}` alone does the same.',
    example: 'highlight={2}',
    otherNames: ['mark', 'hl_lines'],
  },
  ins: { value: { kind: 'lines', mark: '++' }, about: 'Lines that are new.', example: 'ins={2}', otherNames: [] },
  del: { value: { kind: 'lines', mark: '--' }, about: 'Lines that go.', example: 'del={2}', otherNames: [] },
  focus: {
    value: { kind: 'lines', mark: 'focus' },
    about: 'Lines that keep their colours; the others turn grey.',
    example: 'focus={2}',
    otherNames: [],
  },
  lineNumbers: {
    value: { kind: 'flag' },
    about: 'Numbers the lines.',
    example: 'lineNumbers',
    otherNames: ['showLineNumbers', 'line-numbers', 'linenums', 'linenos'],
  },
};

/** The attribute of a name, be it its own or that of another tool. */
export function fenceAttribute(name: string): FenceAttribute | undefined {
  if (Object.hasOwn(fenceAttributes, name)) return fenceAttributes[name];
  return Object.values(fenceAttributes).find(({ otherNames }) => otherNames.includes(name));
}

/** All names that an attribute of a fence may have, with the kind of its value if one is asked for. */
export function fenceNames(kind?: FenceValue['kind']): readonly string[] {
  return Object.entries(fenceAttributes).flatMap(([name, { value, otherNames }]) =>
    kind === undefined || value.kind === kind ? [name, ...otherNames] : [],
  );
}

/** A key of the braces behind a heading. */
export interface HeadingKey {
  readonly wanted: string;
  readonly accepts: RegExp;
  readonly about: string;
  readonly example: string;
}

export const headingKeys = {
  url: {
    wanted: 'letters and digits with single `-` between them',
    // What slugs are made of.
    accepts: /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u,
    about: 'The anchor, also when the heading is reworded.',
    example: '"url": "codes"',
  },
  visibility: {
    wanted: '`no-quick-nav`',
    accepts: /^no-quick-nav$/,
    about: 'Leaves the heading out of the contents of the page.',
    example: '"visibility": "no-quick-nav"',
  },
} as const satisfies Readonly<Record<string, HeadingKey>>;
