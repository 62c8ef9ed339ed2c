// The door of `parse`: text → documents.

export { parseDataDocument, parseDocument } from './parse-document.ts';
export { parseText } from './parse-markdown.ts';
