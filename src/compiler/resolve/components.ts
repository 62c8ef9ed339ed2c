// The components that every site has (format.md 5.2): their attributes, and what each of them may be.

/**
 * Kinds of attributes: `text` is words; `flag` stands alone or is `{true}`; `languages` is a list of the site's
 * languages; `rows` is a list of objects of literals; `address` is a link and checked like one.
 */
export type AttributeKind = 'text' | 'flag' | 'languages' | 'rows' | 'address';

/** Attributes by component. `CodeBlock` and `CodeBlockTab` are read by `resolve-blocks.ts`. */
export const genericComponents: Readonly<Record<string, Readonly<Record<string, AttributeKind>>>> = {
  Callout: { type: 'text' },
  LanguageSelector: { languages: 'languages' },
  'Event.Root': {},
  'Event.Details': { name: 'text', comingSoon: 'flag' },
  'Event.Description': {},
  Badge: { color: 'text', size: 'text' },
  GlossaryMarker: {},
  PropsTable: { data: 'rows' },
  'ExampleApps.Root': {},
  'ExampleApps.Card': { title: 'text', href: 'address' },
};

/** Names that a misspelt component may have meant. */
export const componentNames: readonly string[] = ['CodeBlock', 'CodeBlockTab', ...Object.keys(genericComponents)];

/** Elements of HTML that a body may use as tags: they mean something that Markdown cannot say, and need no attributes. */
export const elements: ReadonlySet<string> = new Set(
  'br kbd sub sup mark abbr details summary dl dt dd p div span b i strong em code ul ol li'.split(' '),
);
