// TextMate scopes → the few tones that the stylesheet has colours for.

/** Tones by scope; the most specific scope wins. The letters are classes (`t-k`) in the stylesheet. */
const scopesByTone: Readonly<Record<string, readonly string[]>> = {
  c: ['comment', 'punctuation.definition.comment', 'string.comment'],
  s: ['string', 'punctuation.definition.string', 'string.quoted', 'string.unquoted.heredoc', 'markup.inline.raw'],
  n: [
    'constant',
    'constant.numeric',
    'constant.language',
    'constant.character',
    'support.constant',
    'variable.other.constant',
  ],
  k: ['keyword', 'storage', 'storage.type', 'storage.modifier', 'keyword.control', 'variable.language'],
  f: ['entity.name.function', 'support.function', 'meta.function-call.generic', 'entity.name.method'],
  t: [
    'entity.name.type',
    'entity.name.class',
    'support.class',
    'support.type',
    'entity.name.namespace',
    'entity.other.inherited-class',
  ],
  v: ['variable.parameter', 'variable.other.readwrite.instance', 'punctuation.definition.variable'],
  p: [
    'support.type.property-name',
    'entity.other.attribute-name',
    'meta.object-literal.key',
    'constant.other.symbol',
    'variable.other.property',
    'entity.name.tag.yaml',
    'variable.parameter.option',
  ],
  o: ['keyword.operator'],
  m: [
    'entity.name.tag',
    'meta.tag',
    'punctuation.definition.tag',
    'markup.heading',
    'entity.name.section',
    'meta.preprocessor',
  ],
};

/** Scopes that are plain text although a wider scope has a tone. */
const plainScopes = [
  'storage.type.java',
  'storage.modifier.import',
  'storage.modifier.package',
  'punctuation.section.embedded',
  'meta.embedded',
  'string.unquoted.argument',
];

const tones = Object.keys(scopesByTone);

/**
 * A theme whose colours only name tones: the code is tokenised once, and the stylesheet colours it for light and dark.
 */
export function toneTheme(): {
  name: string;
  type: 'light';
  fg: string;
  bg: string;
  settings: { scope?: string[]; settings: { foreground: string } }[];
} {
  return {
    name: 'tones',
    type: 'light',
    fg: colourOf(undefined),
    bg: '#ffffff',
    settings: [
      { settings: { foreground: colourOf(undefined) } },
      ...Object.entries(scopesByTone).map(([tone, scope]) => ({
        scope: [...scope],
        settings: { foreground: colourOf(tone) },
      })),
      { scope: [...plainScopes], settings: { foreground: colourOf(undefined) } },
    ],
  };
}

/** `#000000` is plain; the n-th tone is `#00000n`. */
function colourOf(tone: string | undefined): string {
  const index = tone === undefined ? 0 : tones.indexOf(tone) + 1;
  return `#${index.toString(16).padStart(6, '0')}`;
}

/** The tone of a colour of the theme; undefined for plain text. */
export function toneOf(colour: string | undefined): string | undefined {
  return colour === undefined ? undefined : tones[Number.parseInt(colour.slice(1), 16) - 1];
}
