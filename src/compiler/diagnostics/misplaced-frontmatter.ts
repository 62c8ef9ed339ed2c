// Messages and hints of `misplaced-frontmatter`, by cause.

/** `MARK` stands for the author's own text. */
export const misplacedFrontmatter = {
  blank: {
    problem: 'The frontmatter does not begin on the first line of the file.',
    hint: 'Remove the empty lines above `---`.',
  },
  comment: {
    problem: 'The frontmatter does not begin on the first line of the file: a comment stands above it.',
    hint: 'Move the comment below the second `---`.',
  },
  text: {
    problem: 'The frontmatter does not begin on the first line of the file: text stands above it.',
    hint: 'Move `---`, the keys and the second `---` to the top of the file.',
  },
  bom: {
    problem: 'The frontmatter does not begin on the first line of the file: a byte order mark stands in front of it.',
    hint: 'Save the file as UTF-8 without a byte order mark (U+FEFF).',
  },
  indent: { problem: 'Spaces stand in front of the frontmatter.', hint: 'Remove them: `---` begins its line.' },
  mark: {
    problem: 'MARK does not begin a frontmatter.',
    hint: 'Write `---`, three hyphens, above and below the keys.',
  },
  behind: { problem: 'MARK stands behind the `---` of the frontmatter.', hint: 'Leave `---` alone on its line.' },
  toml: {
    problem: 'The frontmatter is written in TOML.',
    hint: 'Write it in YAML between two lines `---`: `title: Door` for `title = "Door"`.',
  },
  unmarked: {
    problem: 'Keys of a frontmatter stand at the top of the file, and no `---` above them.',
    hint: 'Write `---` on a line of its own above the first key and below the last one.',
  },
  second: { problem: 'The page has a second frontmatter.', hint: 'Move its keys into the first one.' },
} as const;
