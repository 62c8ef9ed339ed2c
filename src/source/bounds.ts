// The limits that are checked on text before any parser sees it (design: "Bounds before parsers").
// Without them a page of a few kilobytes can hold a parser for seconds or end the process.

/** Limits with their units. Each is inclusive: a text at the limit is read, one above it is refused. */
export const bounds = {
  /** Bytes of one page, navigation or site file. */
  fileBytes: 1024 * 1024,
  /** Bytes of one code sample. */
  sampleBytes: 1024 * 1024,
  /** UTF-16 units of one line of a code sample. */
  sampleLineLength: 10_000,
  /** Levels of YAML collections inside each other; the root counts. */
  yamlDepth: 64,
  /** Aliases (`*name`) of one YAML document. */
  yamlAliases: 100,
  /** Keys of one YAML mapping. */
  mappingKeys: 10_000,
  /** Containers (quotes, list items) that one line of Markdown opens. */
  markdownContainers: 32,
  /** JSX elements and braces inside each other. */
  jsxDepth: 64,
  /** Levels of items inside items. */
  itemDepth: 6,
  /** Levels of links inside links in a section's navigation. */
  navigationDepth: 4,
} as const;
