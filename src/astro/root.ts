// Where Astro finds the site: the package that holds `src/site`, its dependencies and `astro.config.mjs`.

import { fileURLToPath } from 'node:url';

/** Astro's own folder of public files does not exist: Stele publishes the one beside the content folder itself. */
export const noPublicFolder = fileURLToPath(new URL('./no-public/', import.meta.url));

export const rootFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The configuration of Astro beside this package. */
export const configFile = fileURLToPath(new URL('../../astro.config.mjs', import.meta.url));
