// The components that every site has (format.md 5.2), with their attributes.

/** The kind of an attribute's value. */
export type AttributeKind = keyof typeof attributeWords;

/** Words for each kind: after “must be” in findings, and in the handbook. */
export const attributeWords = {
  text: 'text',
  flag: 'without a value, `{true}` or `{false}`',
  languages: 'a list of languages, as in `{["js", "go"]}`',
  rows: 'a list of rows, as in `{[{ name: "limit", type: "number" }]}`',
  /** Checked like a link. */
  address: 'an address',
  number: 'a whole number',
  /** An anchor of the page. */
  id: 'a name that begins with a letter or digit, without spaces',
  direction: '`ltr`, `rtl` or `auto`',
} as const;

/** An attribute of a component or of an element of HTML. */
export interface Attribute {
  readonly kind: AttributeKind;
  /** One sentence for the author. */
  readonly about: string;
  /** The attribute as it is written in a tag. `test/format/examples.test.ts` compiles it. */
  readonly example: string;
}

export type Attributes = Readonly<Record<string, Attribute>>;

/** A component of bodies. */
export interface Component {
  /** One sentence for the author. */
  readonly about: string;
  /** The component with its attributes, on one line. */
  readonly example: string;
  readonly attributes: Attributes;
}

const title = (about: string, example: string): Attribute => ({ kind: 'text', about, example: `title="${example}"` });
const file: Attribute = {
  kind: 'text',
  about: 'The sample: its path in `_samples` without the extension, and a region of it behind `#`.',
  example: 'file="open-door"',
};
const lineNumbers: Attribute = { kind: 'flag', about: 'Numbers the lines.', example: 'lineNumbers' };

/**
 * Attributes by component. `CodeBlock` and `CodeBlockTab` are read together with their samples, other components by
 * this table alone.
 */
export const components = {
  CodeBlock: {
    about:
      'Shows samples, beside the tables of an entity if it has a `referenceId`. ' +
      '[Tabs or fences](/guides/authoring/samples) stand inside.',
    example: '<CodeBlock title="Open a door" file="open-door" />',
    attributes: {
      title: title('The words in the head of the block.', 'Open a door'),
      file,
      referenceId: {
        kind: 'text',
        about: 'The `id` of an entity of the page, whose tables stand beside the samples.',
        example: 'referenceId="door"',
      },
      language: {
        kind: 'text',
        about: 'A language whose sample is shown to all readers.',
        example: 'language="ruby"',
      },
      lineNumbers,
    },
  },
  CodeBlockTab: {
    about: 'A tab of a `CodeBlock`, with a sample of its own or a code fence inside.',
    example: '<CodeBlock><CodeBlockTab title="Request" file="open-door" /></CodeBlock>',
    attributes: {
      title: title('The words of the tab.', 'Request'),
      file,
      language: {
        kind: 'text',
        about: 'The one language in which the tab is shown, in place of the `file` of the block.',
        example: 'language="ruby"',
      },
      lineNumbers,
    },
  },
  Callout: {
    about: 'A remark with its kind in words above it.',
    example: '<Callout type="warning">A key is shown once.</Callout>',
    attributes: {
      type: {
        kind: 'text',
        about: 'The kind: `info`, `tip`, `important`, `warning` or `danger`; any other word is shown as `info`.',
        example: 'type="warning"',
      },
    },
  },
  LanguageSelector: {
    about: 'A part of the page that exists in some languages, with a switch between them.',
    example: '<LanguageSelector languages={["js", "go"]}>Words.</LanguageSelector>',
    attributes: {
      languages: { kind: 'languages', about: 'The ids of the languages.', example: 'languages={["js", "go"]}' },
    },
  },
  Badge: {
    about: 'A word on a ground of its own.',
    example: '<Badge color="green">New</Badge>',
    attributes: {
      color: {
        kind: 'text',
        about:
          'The colour: `gray`, `blue`, `green`, `yellow`, `orange`, `red` or `purple`; ' +
          'any other word is shown as `gray`.',
        example: 'color="green"',
      },
      size: { kind: 'text', about: '`1` is smaller than the text around it.', example: 'size="1"' },
    },
  },
  PropsTable: {
    about: 'A table of properties, with a column for each key of its rows.',
    example: '<PropsTable data={[{ name: "limit", type: "number" }]} />',
    attributes: {
      data: {
        kind: 'rows',
        about: 'The rows: a list of maps of literals.',
        example: 'data={[{ name: "limit", type: "number" }]}',
      },
    },
  },
  'Event.Root': {
    about: 'One event of a catalogue, with its description and its details side by side.',
    example: '<Event.Root><Event.Details name="door.opened">An example.</Event.Details></Event.Root>',
    attributes: {},
  },
  'Event.Details': {
    about: 'The name and the example of an event.',
    example: '<Event.Details name="door.opened">An example.</Event.Details>',
    attributes: {
      name: { kind: 'text', about: 'The name of the event.', example: 'name="door.opened"' },
      comingSoon: { kind: 'flag', about: 'Says that the event does not exist yet.', example: 'comingSoon' },
    },
  },
  'Event.Description': {
    about: 'The meaning of an event.',
    example: '<Event.Description>A door was opened.</Event.Description>',
    attributes: {},
  },
  'ExampleApps.Root': {
    about: 'A group of cards.',
    example: '<ExampleApps.Root><ExampleApps.Card title="Front door" href="/reference/door" /></ExampleApps.Root>',
    attributes: {},
  },
  'ExampleApps.Card': {
    about: 'A card that leads to an example.',
    example: '<ExampleApps.Card title="Front door" href="/reference/door">What it shows.</ExampleApps.Card>',
    attributes: {
      title: title('The words of the card.', 'Front door'),
      href: {
        kind: 'address',
        about: 'A page of the site, or an address elsewhere.',
        example: 'href="/reference/door"',
      },
    },
  },
  GlossaryMarker: {
    about: 'A letter above a part of a glossary.',
    example: '<GlossaryMarker>D</GlossaryMarker>',
    attributes: {},
  },
} as const satisfies Readonly<Record<string, Component>>;

/** Components that are read together with their samples. A site cannot replace them. */
export const codeComponents = ['CodeBlock', 'CodeBlockTab'] as const;

/** The attributes of one of Stele's components; undefined for other names. */
export function attributesOf(component: string): Attributes | undefined {
  return Object.hasOwn(components, component) ? components[component as keyof typeof components].attributes : undefined;
}
