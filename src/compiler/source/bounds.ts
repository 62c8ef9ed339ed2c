// The limits that are checked on text before any parser sees it (format.md 9).
// Without them, a page of a few kilobytes could block a parser for seconds or crash the process.

/** Limits with their units. Limits are inclusive: a text at the limit is accepted. */
export const bounds = {
  /** Bytes of one page, navigation or site file. */
  fileBytes: 1024 * 1024,
  /** Bytes of one code sample. */
  sampleBytes: 1024 * 1024,
  /** UTF-16 units of one line of a code sample. */
  sampleLineLength: 10_000,
  /** Nesting depth of brackets in a code sample. */
  sampleDepth: 250,
  /** Here-documents in a code sample. */
  sampleDocuments: 200,
  /** Bytes of one SVG. */
  svgBytes: 4 * 1024 * 1024,
  /** Pixels of one side of an image: more than browsers show. */
  imageSide: 32_767,
  /** Pixels of an image: more than browsers show. */
  imagePixels: 16_384 * 16_384,
  /** Files and folders of a content folder that are reached through symbolic links to folders. */
  linkedEntries: 20_000,
  /** Nesting depth of YAML collections, including the root. */
  yamlDepth: 64,
  /** Aliases (`*name`) of one YAML document. */
  yamlAliases: 100,
  /** Keys of one YAML mapping. */
  mappingKeys: 10_000,
  /** Containers (quotes, list items) that one line of Markdown opens. */
  markdownContainers: 32,
  /** Depth of a parsed Markdown tree, for example nested lists or emphasis. */
  markdownDepth: 200,
  /** Lines of one body or description. */
  markdownLines: 20_000,
  /** Sum over the paragraphs of a body: marks (`*`, `[`, `<`, …) times UTF-16 units. */
  bodyCost: 100_000_000,
  /** The same for one description; a page has many. */
  descriptionCost: 2_000_000,
  /** Sum of the columns before list markers in a text. */
  markdownIndent: 200_000,
  /** Sum of the open lists over the lines of a text. */
  markdownOpenLists: 300_000,
  /** Lines of `=` or `-` that underline headings of one text. */
  markdownUnderlines: 1000,
  /** Nesting depth of JSX elements and braces, and of expressions, statements and JSX in code. */
  jsxDepth: 64,
  /** Operators, members and calls in a row of code. */
  codeChain: 500,
  /** Lines of one expression, import or export. */
  codeLines: 2000,
  /** UTF-16 units of code read in one body, including attempts to find its end. */
  codeRead: 4 * 1024 * 1024,
  /** UTF-16 units read after the marks of a code fence. */
  fenceInfo: 2000,
  /** Levels of items inside items. */
  itemDepth: 6,
  /** Rows inside entity references to members, in the tables of one entity in one language. */
  referencedRows: 10_000,
  /** Levels of links inside links in a section's navigation. */
  navigationDepth: 4,
} as const;
