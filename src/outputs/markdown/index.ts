// Public interface of `outputs/markdown`: views of pages → their twins in Markdown.

export { TwinMaker } from './twin-maker.ts';
