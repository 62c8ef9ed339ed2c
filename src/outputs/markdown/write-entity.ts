// The view of an entity → Markdown: its signature as a heading, its samples, and its tables as nested lists.

import type {
  AbsentView,
  EntityView,
  LanguageLinkView,
  ListView,
  RowView,
  TypeSpanView,
} from '../../compiler/model/index.ts';
import { codeSpan, link, plainWords } from './inline.ts';
import type { PageContext } from './page-context.ts';

/**
 * @param samples Markdown of the samples beside the tables
 * @returns blocks, to be joined by empty lines
 */
export function writeEntity(entity: EntityView, samples: readonly string[], context: PageContext): readonly string[] {
  const { verb, signature, deprecated, absent, lists } = entity;
  const name = codeSpan(signature.map(({ text }) => text).join(''));
  return [
    `## ${verb === undefined ? '' : `${verb} `}${name}`,
    ...writeFacts(entity, context),
    ...samples,
    ...(deprecated ? [`**${context.words.deprecated}** ${context.textOf(deprecated)}`.trimEnd()] : []),
    ...absent.map((field) => writeAbsent(field, context)),
    ...lists.flatMap((list) => writeList(list, context)),
  ];
}

function writeFacts({ since, sendsEmail, package: sdk }: EntityView, { words }: PageContext): readonly string[] {
  const name = sdk && plainWords([sdk.name, sdk.version].filter(Boolean).join(' '));
  const facts = [
    ...(since === undefined ? [] : [plainWords(words.since(since))]),
    ...(sendsEmail ? [words.sendsEmail] : []),
    ...(sdk && name ? [sdk.url ? link(name, sdk.url) : name] : []),
  ];
  return facts.length === 0 ? [] : [facts.join(' · ')];
}

function writeAbsent({ name, available }: AbsentView, context: PageContext): string {
  const { words, language } = context;
  return `${codeSpan(name)} ${plainWords(words.absent(language))} ${writeLanguages(available, context)}.`;
}

/** Links to the page in other languages. */
export function writeLanguages(links: readonly LanguageLinkView[], { hrefOf }: PageContext): string {
  return links.map(({ title, href }) => link(plainWords(title), hrefOf(href))).join(', ');
}

function writeList({ name, rows }: ListView, context: PageContext): readonly string[] {
  return [`### ${context.words[name]}`, writeRows(rows, '', context)];
}

function writeRows(rows: readonly RowView[], indent: string, context: PageContext): string {
  return rows.map((row) => writeRow(row, indent, context)).join('\n');
}

function writeRow(row: RowView, indent: string, context: PageContext): string {
  const inner = `${indent}  `;
  const blocks = [row.deprecated && context.textOf(row.deprecated), context.textOf(row)].flatMap((text) =>
    text ? [`\n${indentLines(text, inner)}`] : [],
  );
  const children = row.children.length === 0 ? [] : [writeRows(row.children, inner, context)];
  const head = writeHead(row, context);
  // Without a head, the text has to be in the first line: an item cannot begin with two empty lines.
  const start = head === '' ? (blocks.shift() ?? '').trimStart() : head;
  return [`${indent}- ${start}`, ...blocks, ...(blocks.length > 0 ? [''] : []), ...children].join('\n').trimEnd();
}

function indentLines(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}

function writeHead(row: RowView, context: PageContext): string {
  const { words } = context;
  const label = row.name === undefined ? plainWords(row.title ?? '') : codeSpan(row.name);
  const name = row.nameHref === undefined ? label : link(label, context.hrefOf(row.nameHref));
  const facts = [
    [name, writeType(row.type, context)].filter((part) => part !== '').join(' '),
    ...(row.isOptional ? [words.optional] : []),
    ...(row.deprecated ? [words.deprecated] : []),
    ...(row.since === undefined ? [] : [plainWords(words.since(row.since))]),
    ...(row.default === undefined ? [] : [`${words.default} ${codeSpan(row.default)}`]),
  ];
  return facts.filter((fact) => fact !== '').join(' ');
}

function writeType(type: readonly TypeSpanView[], context: PageContext): string {
  const spans: TypeSpanView[] = [];
  for (const span of type) {
    const last = spans.at(-1);
    // Neighbouring texts are one span: two back quotes in a row would be one longer fence.
    if (last && last.href === undefined && span.href === undefined)
      spans.splice(-1, 1, { text: last.text + span.text });
    else spans.push(span);
  }
  return spans
    .map(({ text, href }) => (href === undefined ? codeSpan(text) : link(codeSpan(text), context.hrefOf(href))))
    .join('');
}
