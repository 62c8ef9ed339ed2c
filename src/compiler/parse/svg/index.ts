// The exports of `parse/svg`.

export { parseSvg } from './parse-svg.ts';
