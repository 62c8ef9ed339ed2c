// The path of an address, for views, drawing and the command.

import type { Address } from './view/index.ts';

/** Path of an address from the top of the output, with `/` at its end: `python/reference/errors/`; `''` for the top. */
export function pathOf({ route, language }: Address): string {
  return [language, route]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => `${part}/`)
    .join('');
}
