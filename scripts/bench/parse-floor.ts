// The lower bound for `stele check`, as a separate process: reads every page of a folder and parses it once, its
// frontmatter with yaml and its body with remark. Prints the number of files.

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
// Files that begin with `_` are not pages, except navigations, which are parsed, too.
const paths = all.filter((path) => /\.mdx?$/.test(path) && !/(?:^|[/\\])_(?!navigation\.mdx$)/.test(path));
for (const path of paths) {
  const text = readFileSync(join(folder, path), 'utf8');
  const [whole, frontmatter] = /^---\n([^]*?\n)---\n/.exec(text) ?? ['', ''];
  parse(frontmatter);
  remark.parse(text.slice(whole.length));
}
console.log(paths.length);
