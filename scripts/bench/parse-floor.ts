// The floor that `stele check` is measured against, as a process of its own: reads every page of a folder and parses it
// once, its frontmatter with yaml, its body with remark; keeps nothing, checks nothing. Prints how many files that were.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from 'yaml';

const folder = process.argv[2]!;
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
// What begins with `_` is no page, but for navigations.
const paths = all.filter((path) => /\.mdx?$/.test(path) && !/(?:^|[/\\])_(?!navigation\.mdx$)/.test(path));
for (const path of paths) {
  const text = readFileSync(join(folder, path), 'utf8');
  const [whole, frontmatter] = /^---\n([^]*?\n)---\n/.exec(text) ?? ['', ''];
  parse(frontmatter);
  remark.parse(text.slice(whole.length));
}
console.log(paths.length);
