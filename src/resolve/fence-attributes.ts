// What stands behind a code fence's language: `title="…"`, `language="…"`, `tab="…"`, `lineNumbers` (format.md 5).

import type { Code } from 'mdast';
import { suggest } from '../diagnostics/index.ts';
import type { Text } from '../model/index.ts';
import type { BodyContext } from './body-context.ts';
import { rangeIn } from './jsx.ts';

/** `tab` groups fences of several languages under one title; each reader sees one of them, so that it needs no more. */
const known = ['title', 'language', 'tab'];

/** Words behind a fence that are looked at. */
const bareWordsRead = 20;

/** Words that stand alone. */
const knownFlags = ['lineNumbers'];

/** What a fence says beside its code. */
export interface FenceAttributes {
  readonly title?: string;
  readonly language?: Text;
  readonly hasNumbers: boolean;
}

/** Reads a fence's attributes; reports those that a fence does not have. */
export function readFence(context: BodyContext, node: Code): FenceAttributes {
  const { page, report } = context;
  if (!node.meta) return { hasNumbers: false };
  const { start } = rangeIn(page, node);
  const line = /^[^\r\n]*/.exec(page.file.text.slice(start))![0];
  const values = new Map<string, Text>();
  for (const match of line.matchAll(/(?<=\s)([A-Za-z][\w-]*)=("[^"]*"|'[^']*')/g)) {
    const [, name, quoted] = match as unknown as [string, string, string];
    const at = start + match.index;
    const valueAt = at + name.length + 1;
    if (known.includes(name)) {
      const range = { start: valueAt, end: valueAt + quoted.length };
      values.set(name, { value: quoted.slice(1, -1), file: page.file, range });
    } else {
      const place = { file: page.file, range: { start: at, end: at + name.length } };
      report('unknown-fence-attribute', place, { name, near: suggest(name, known) });
    }
  }
  const bare = line.replace(/"[^"]*"|'[^']*'/g, (quoted) => '='.repeat(quoted.length));
  const words = [...bare.matchAll(/(?<=\s)[A-Za-z]\w*(?=\s|$)/g)].slice(0, bareWordsRead);
  for (const { 0: name, index } of words) {
    const near = knownFlags.includes(name) ? undefined : suggest(name, knownFlags);
    // Other tools give fences words of their own: only what was meant for us is told.
    if (near === undefined) continue;
    const place = { file: page.file, range: { start: start + index, end: start + index + name.length } };
    report('unknown-fence-attribute', place, { name, near });
  }
  const [title, language] = [values.get('title'), values.get('language')];
  const hasNumbers = words.some(([word]) => word === 'lineNumbers');
  return { ...(title ? { title: title.value } : {}), ...(language ? { language } : {}), hasNumbers };
}
