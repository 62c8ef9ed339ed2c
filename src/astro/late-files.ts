// The files that a page's script loads at their first use: the script contains their addresses. Vite builds them with
// the script. These two plugins make the addresses relative to the script, and put the files into the built site.

import { posix } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** For builds of scripts: a script names other files by addresses relative to itself, since a site may be moved. */
export function relativeFilesPlugin(): Plugin {
  return {
    name: 'stele:relative-files',
    enforce: 'pre',
    apply: 'build',
    resolveFileUrl({ fileName, chunkId }) {
      const path = posix.relative(posix.dirname(chunkId), fileName);
      return `new URL(${JSON.stringify(path)}, import.meta.url).href`;
    },
  };
}

/**
 * For the build of templates: records that a template needs the files that its scripts load. Astro removes other files
 * from the site.
 */
export function lateFilesPlugin(): Plugin {
  return {
    name: 'stele:late-files',
    enforce: 'post',
    apply: 'build',
    generateBundle(_, bundle) {
      const outputs = Object.values(bundle);
      const late = outputs.filter(({ type, fileName }) => type === 'asset' && fileName.endsWith('.js'));
      for (const output of outputs) {
        const needed = (output as Rolldown.OutputChunk).viteMetadata?.importedAssets;
        const hasScript = needed !== undefined && [...needed].some((name) => name.endsWith('.js'));
        if (hasScript) for (const { fileName } of late) needed.add(fileName);
      }
    },
  };
}
