// The lines that pages and twins are compared by: `h2 Words`, `p Words with [links](file) and `code``, `code …`,
// `| cell | cell`, each with `- ` or `  ` per list and `> ` per quote in front.

export type Blocks = readonly string[];

export function itemLines(blocks: Blocks): Blocks {
  return blocks.length === 0 ? ['- '] : blocks.map((block, i) => (i === 0 ? `- ${block}` : `  ${block}`));
}

export function quoteLines(blocks: Blocks): Blocks {
  return blocks.map((block) => `> ${block}`);
}

export function noteLines(blocks: Blocks): Blocks {
  return blocks.map((block) => `^ ${block}`);
}

export function inlineText(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ').trim();
}

const introduction = /(?:^|(?<=[.!?)]\s))([^.!?:]{1,40}):$/;

/**
 * Moves the introduction of a list of values into its line. The words of a plain introduction are the interface's on
 * pages and the author's in twins: `oneOf` replaces both.
 */
export function joinValues(blocks: Blocks, oneOf: string): Blocks {
  const joined: string[] = [];
  for (const block of blocks) {
    const values = /^([- >]*)values ([^:]*): (.*)$/.exec(block);
    if (!values) {
      joined.push(block);
      continue;
    }
    let label = values[2]!;
    const before = /^([- >]*)p (.*)$/.exec(joined.at(-1) ?? '');
    const found = label === '' && before ? introduction.exec(before[2]!) : undefined;
    if (found) {
      label = found[1]!;
      const rest = before![2]!.slice(0, -found[0].length).trimEnd();
      joined.pop();
      if (rest !== '' || before![1]!.includes('-')) joined.push(`${before![1]}p ${rest}`.trimEnd());
    }
    joined.push(`${values[1]}values ${isPlain(label) ? oneOf : label}: ${values[3]}`);
  }
  return joined;
}

function isPlain(label: string): boolean {
  return /(?:possible|allowed|valid|accepted|supported|available) (?:values|options)|one of/i.test(label);
}
