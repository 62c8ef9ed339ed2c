// Where Astro finds the site: the package that holds `src/site`, its dependencies and `astro.config.mjs`.

import { fileURLToPath } from 'node:url';

export const rootFolder = fileURLToPath(new URL('../../', import.meta.url));
