// The root folder for Astro: this package, with `src/site`, the dependencies and `astro.config.mjs`.

import { fileURLToPath } from 'node:url';

/**
 * A folder that does not exist, for Astro's public files. Stele itself publishes `public` beside the content folder.
 */
export const noPublicFolder = fileURLToPath(new URL('./no-public/', import.meta.url));

export const rootFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The configuration of Astro beside this package. */
export const configFile = fileURLToPath(new URL('../../astro.config.mjs', import.meta.url));
