// Styles and scripts of components whose folder shares no parent with this package but the root of the disk, such as
// `/content` beside `/app`. Astro takes their absolute paths for paths below its own root folder.

import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Astro reads a path with this prefix as an absolute one. */
const absolute = '/@fs';

/** Astro's plugin that has the styles and scripts of components. */
const compilerName = 'astro:build';

/**
 * Gives such addresses to Astro as absolute ones.
 * @param root the folder that Astro builds
 */
export function farPartsPlugin(root: URL): Plugin {
  const [, top] = fileURLToPath(root).replaceAll('\\', '/').split('/');
  return {
    name: 'stele:far-parts',
    configResolved({ plugins }) {
      const load = plugins.find(({ name }) => name === compilerName)?.load;
      if (typeof load !== 'object') return;
      const { handler } = load;
      load.handler = function (id, ...rest) {
        const isFar = id.startsWith('/') && ![top, '@fs'].includes(id.split('/')[1]);
        return handler.call(this, isFar ? `${absolute}${id}` : id, ...rest);
      };
    },
  };
}
