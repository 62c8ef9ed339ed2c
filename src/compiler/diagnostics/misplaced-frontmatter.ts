// Messages and hints of `misplaced-frontmatter`, one pair for each cause.

/** `MARK` is replaced by the author's own text. */
export const misplacedFrontmatter = {
  blank: {
    problem: 'The frontmatter does not begin on the first line of the file.',
    hint: 'Remove the empty lines above `---`.',
  },
  comment: {
    problem: 'The frontmatter does not begin on the first line of the file: there is a comment above it.',
    hint: 'Move the comment below the second `---`.',
  },
  text: {
    problem: 'The frontmatter does not begin on the first line of the file: there is text above it.',
    hint: 'Move `---`, the keys and the second `---` to the top of the file.',
  },
  bom: {
    problem: 'The frontmatter does not begin on the first line of the file: there is a byte order mark before it.',
    hint: 'Save the file as UTF-8 without a byte order mark (U+FEFF).',
  },
  indent: {
    problem: 'There are spaces before the frontmatter.',
    hint: 'Remove them: `---` must be at the start of its line.',
  },
  mark: {
    problem: 'MARK does not begin a frontmatter.',
    hint: 'Write `---`, three hyphens, above and below the keys.',
  },
  after: { problem: 'MARK follows the `---` of the frontmatter.', hint: 'Write `---` alone on its line.' },
  toml: {
    problem: 'The frontmatter is written in TOML.',
    hint: 'Write it in YAML between two lines `---`: `title: Door` for `title = "Door"`.',
  },
  unmarked: {
    problem: 'The file begins with keys of a frontmatter, but there is no `---` above them.',
    hint: 'Write `---` on a line of its own above the first key and below the last one.',
  },
  second: { problem: 'The page has a second frontmatter.', hint: 'Move its keys into the first one.' },
} as const;
