// Directives of other generators → the text to write in their place.

/** Kinds of remarks by the names that other generators have for them. */
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

/** The hint for a directive with a name; `isMdx` where components may stand. */
export function replaceDirective(name: string, isMdx: boolean): string {
  const kind = kinds[name];
  if (kind !== undefined) {
    const quote = `Write \`> [!${kind.toUpperCase()}]\`, and \`> \` in front of each line of the text`;
    const type = kind === 'caution' ? 'danger' : kind;
    return isMdx
      ? `${quote}; or \`<Callout type="${type}">\` above the text and \`</Callout>\` below it.`
      : `${quote}.`;
  }
  if (name === 'details' || name === 'spoiler') {
    return isMdx
      ? 'Write `<details>`, `<summary>` with its title, the text, and `</details>`.'
      : 'Write a heading in its place, or rename the page to `.mdx` and write `<details>`.';
  }
  if (/^(?:tabs?|code-group|===)$/.test(name))
    return 'Write a list of which each item begins with `| ` and the title of a tab.';
  return isMdx ? 'Remove it, or write it as a component of the site.' : 'Remove it, or write the text in Markdown.';
}
