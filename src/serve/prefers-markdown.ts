// The `Accept` header of a request → whether its sender wants a page as Markdown.

/** Whether `text/markdown` is named, and not less wanted than `text/html`. */
export function prefersMarkdown(accept: string | undefined): boolean {
  if (accept === undefined || !accept.includes('text/markdown')) return false;
  const markdown = qualityOf('text/markdown', accept);
  return markdown > 0 && markdown >= qualityOf('text/html', accept);
}

/** The quality that a header gives to a type; 0 if it does not name it. */
function qualityOf(type: string, accept: string): number {
  for (const part of accept.split(',')) {
    const [name, ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    if (name !== type) continue;
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const value = quality === undefined ? 1 : Number(quality.slice(2));
    return Number.isFinite(value) ? value : 1;
  }
  return 0;
}
