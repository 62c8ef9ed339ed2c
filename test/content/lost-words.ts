// Shared code of the tests of lost words: finds words of a page's source that are not drawn.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { viewContent } from '../../src/outputs/index.ts';
import type { Compilation } from '../../src/compiler/model/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { compile } from '../compile.ts';

const folder = join(import.meta.dirname, '../../content/guides');
/** The guides of this repository. */
export const pages = readdirSync(folder).filter((name) => /^[a-z].*\.mdx$/.test(name));
export const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

/**
 * Words that readers must see: the body without tags, comments, addresses, marks of callouts (`> [!NOTE]`) and the
 * information that fences and headings carry.
 */
function wordsIn(source: string): readonly string[] {
  const body = source
    .replace(/^---\r?\n[^]*?\n---\r?\n/, '')
    .replace(/<!--[^]*?-->|\{\/\*[^]*?\*\/\}/g, ' ')
    .replace(/^([ \t>]*(?:[-*+] )?[ \t]*)(`{3,}|~{3,})[^\n]*/gm, '$1')
    .replace(/\{\{[^}\n]*\}\}[ \t]*$/gm, '')
    .replace(/^[ \t>]*> *\[![A-Z]+\][ \t]*$/gm, ' ')
    .replace(/\[!code[^\]\n]*\]|^\s*\[[^\]\n]+\]:.*$/gm, ' ')
    .replace(/\]\([^)\n]*\)/g, '] ')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replace(/&#?\w+;|\\\n/g, ' ');
  return body.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}

interface TreeNode {
  readonly type?: string;
  readonly value?: unknown;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly TreeNode[];
}

const phrasing = new Set([
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'link',
  'mdxJsxTextElement',
  'literal',
  'asset',
]);

function textIn({ type = '', value, attributes = [], children = [] }: TreeNode): string {
  const titles = attributes
    .filter(({ name }) => name === 'title' || name === 'alt')
    .map((attribute) => `\n${String(attribute.value)}\n`);
  const text = [typeof value === 'string' ? value : '', ...titles, ...children.map(textIn)].join('');
  return phrasing.has(type) ? text : `\n${text}\n`;
}

/** All text that is drawn of a page, in all languages. */
async function drawn({ resolved }: Compilation, route: string): Promise<string> {
  const data = viewContent(resolved, { highlight: (text) => text.split('\n').map((line) => [{ text: line }]) });
  const parts = [textIn(data.viewBody(route) as unknown as TreeNode)];
  const languages = resolved.site.languages.length > 0 ? resolved.site.languages.map(({ id }) => id) : [undefined];
  for (const language of languages) {
    const view = await data.viewPage(language === undefined ? { route } : { route, language }, strings.values);
    for (const { title, panels } of view.blocks) {
      const code = panels.flatMap((panel) => [panel.code?.html ?? '', panel.code?.rest?.html ?? '']);
      parts.push(title ?? '', ...panels.map((panel) => panel.title ?? ''), ...code.map(textOfHtml));
    }
    parts.push(view.title);
  }
  return parts.join('\n');
}

function textOfHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Words of the source that are drawn less often than they are written. */
export async function lostWords(
  source: string,
): Promise<{ readonly lost: readonly string[]; readonly findings: readonly string[] }> {
  const compilation = compile({ 'site.yaml': 'title: T\nlanguages: [js, go]\n', 'a.mdx': source });
  const counts = new Map<string, number>();
  for (const word of (await drawn(compilation, 'a')).match(/[\p{L}\p{N}]{3,}/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const lost = wordsIn(source).filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
  // The site has only this page, so its links to other pages dangle.
  const reported = compilation.diagnostics.filter(
    ({ file, severity, code }) => file === 'a.mdx' && severity !== 'advice' && code !== 'dangling-link',
  );
  return { lost, findings: reported.map(({ code }) => code) };
}
