// Quick readers for texts that are plain, as most frontmatter and descriptions are. They take a fraction of the time of
// the full parsers, and give exactly what these give, or undefined.

export { parseAroundPlainBlocks } from './bodies/parse-around-plain-blocks.ts';
export { readPlainMarkdown } from './markdown/read-plain-markdown.ts';
export { readPlainYaml } from './yaml/read-plain-yaml.ts';
