// The door of `parse`: text → documents.

export { findDataFault, isData } from './find-data-fault.ts';
export { parseDataDocument, parseDocument } from './parse-document.ts';
export { parseSvg } from './svg/index.ts';
export { parseText } from './parse-markdown.ts';
