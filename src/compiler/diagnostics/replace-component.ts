// Components of other generators and elements of HTML → a hint with the text to write instead.

/** Types of `Callout`, by the name of the component in other generators. */
const callouts: ReadonlyMap<string, string> = new Map([
  ['note', 'note'],
  ['info', 'info'],
  ['check', 'tip'],
  ['tip', 'tip'],
  ['success', 'tip'],
  ['important', 'important'],
  ['warning', 'warning'],
  ['caution', 'caution'],
  ['danger', 'danger'],
  ['admonition', 'note'],
  ['aside', 'note'],
  ['alert', 'note'],
]);

/** The hint for a component or element; undefined if Stele has no equivalent. */
export function replaceComponent(name: string): string | undefined {
  const word = name.toLowerCase();
  const callout = callouts.get(word);
  if (callout !== undefined) return `Write \`<Callout type="${callout}">\` and \`</Callout>\`.`;
  if (/^(?:tabs|tabgroup|tab|tabitem|steps|step)$/.test(word)) {
    return word.startsWith('tab')
      ? 'Write a list in which each item begins with `| ` and the title of a tab.'
      : 'Write a heading for each step, such as `## (1) Install`.';
  }
  if (/^(?:codegroup|codetabs|requestexample|responseexample)$/.test(word))
    return 'Write `<CodeBlock>` and `</CodeBlock>` around the fences.';
  if (/^(?:accordion|accordiongroup|expandable|collapsible|details)$/.test(word)) {
    return 'Write `<details>`, `<summary>` with its title, the text, and `</details>`.';
  }
  if (/^(?:table|thead|tbody|tfoot|tr|th|td)$/.test(name))
    return 'Write a table in Markdown: `| a | b |`, `|---|---|` below it, then the rows.';
  if (/^(?:video|audio|iframe|embed|object)$/.test(name)) return 'Write a link to it: `[text](address)`.';
  return undefined;
}
