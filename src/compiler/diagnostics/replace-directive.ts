// Directives of other generators → a hint with the text to write instead.

/** Kinds of alerts, by the name of the directive in other generators. */
const kinds: Readonly<Record<string, string>> = {
  note: 'note',
  info: 'note',
  abstract: 'note',
  summary: 'note',
  seealso: 'note',
  example: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  important: 'important',
  warning: 'warning',
  warn: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
};

/** The hint for a directive. `isMdx`: whether the page may use components. */
export function replaceDirective(name: string, isMdx: boolean): string {
  const kind = kinds[name];
  if (kind !== undefined) {
    const quote = `Write \`> [!${kind.toUpperCase()}]\`, and \`> \` before each line of the text`;
    const type = kind === 'caution' ? 'danger' : kind;
    return isMdx
      ? `${quote}; or \`<Callout type="${type}">\` above the text and \`</Callout>\` below it.`
      : `${quote}.`;
  }
  if (name === 'details' || name === 'spoiler') {
    return isMdx
      ? 'Write `<details>`, `<summary>` with its title, the text, and `</details>`.'
      : 'Write a heading instead, or rename the page to `.mdx` and write `<details>`.';
  }
  if (/^(?:tabs?|code-group|===)$/.test(name))
    return 'Write a list in which each item begins with `| ` and the title of a tab.';
  return isMdx ? 'Remove it, or write it as a component of the site.' : 'Remove it, or write the text in Markdown.';
}
