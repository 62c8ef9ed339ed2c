// Public interface of `outputs/markdown`: views of pages → their twins in Markdown.

export { link, plainWords } from './inline.ts';
export { TwinMaker } from './twin-maker.ts';
