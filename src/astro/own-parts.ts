// The site's own components: components for bodies, and replacements of Stele's components.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { moduleOf } from './module-names.ts';
import { sharedContentFolder, sharedSiteData } from './site-module.ts';

const componentsId = 'virtual:stele/components';

/** The virtual module `virtual:stele/components`: the site's own components by their names in bodies. */
export function componentsPlugin(): Plugin {
  return {
    name: 'stele:components',
    resolveId: (id) => (id === componentsId ? `\0${componentsId}` : undefined),
    load(id) {
      if (id !== `\0${componentsId}`) return undefined;
      const names = [...sharedSiteData()!.components];
      const { placeOf } = sharedSiteData()!;
      const fileOf = (path: string): string => moduleOf(join(sharedContentFolder(), placeOf(path)));
      const imports = names.map(([name, path]) => `import ${name} from ${JSON.stringify(fileOf(path))};`);
      return `${imports.join('\n')}\nexport const customComponents = { ${names.map(([name]) => name).join(', ')} };\n`;
    },
  };
}

const partsFolder = fileURLToPath(new URL('../site/components/', import.meta.url));

/**
 * Replaces Stele's components by files of the site wherever they are imported. The file of the site may import the
 * component that it replaces, as `stele/components/Header.astro`.
 */
export function partsPlugin(): Plugin {
  return {
    name: 'stele:parts',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const { parts, placeOf } = sharedSiteData()!;
      const published = publishedPart(source);
      const name = /([A-Z]\w*)\.astro$/.exec(source)?.[1];
      const path = name === undefined ? undefined : parts.get(name);
      if (path === undefined || importer === undefined) return published;
      const own = moduleOf(join(sharedContentFolder(), placeOf(path)));
      if (moduleOf(importer).split('?')[0] === own) return published;
      const found = published ?? (await this.resolve(source, importer, { ...options, skipSelf: true }))?.id;
      const replaced = moduleOf(join(partsFolder, `${name}.astro`));
      return moduleOf(found ?? '') === replaced ? own : published;
    },
  };
}

/**
 * The file of an import such as `stele/components/Header.astro`: always that of this copy of Stele, whose styles and
 * data the component needs, even if the content's project has another copy or none.
 */
function publishedPart(source: string): string | undefined {
  const path = /^stele\/components\/((?:\w+\/)*\w+\.astro)$/.exec(source)?.[1];
  return path === undefined ? undefined : moduleOf(join(partsFolder, path));
}
