// Public interface of `outputs/markdown`: views of pages → their twins in Markdown.

export { writeFrontMatter } from './front-matter.ts';
export { codeFence, link, plainWords } from './inline.ts';
export { TwinMaker } from './twin-maker.ts';
export { TwinWriter } from './write-twins.ts';
