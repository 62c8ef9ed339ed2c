// Pieces of Markdown for the page of keys.

import { attributeWords, type AttributeKind } from '../../src/compiler/format/index.ts';

/** A code span. Text with backticks gets two of them around it. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A table of GFM. Cells must not have line breaks. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** What an attribute must be, in front of its sentence; nothing for plain words. */
export function firstWordsOf(kind: AttributeKind): string {
  return kind === 'text' ? '' : `${capitalised(attributeWords[kind])}. `;
}

/** With a capital letter, unless code stands first. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
