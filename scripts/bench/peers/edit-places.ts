// For each generator, where an author makes each edit, and the built file that must show it.

import type { ObjectPlan } from '../plan-site.ts';
import { extensions, sampleStem } from '../write-samples.ts';
import type { EditName } from './cases.ts';
import { hugoPath } from './hugo-site.ts';
import type { GeneratorName } from './peer.ts';
import { starlightPath } from './starlight-site.ts';

export interface EditPlace {
  /** Path of the file that changes, in the site's folder. */
  readonly file: string;
  /** Path of the built file that must show the edit; `*.css` for any style sheet. */
  readonly shownIn: string;
}

export type EditPlaces = Readonly<Record<EditName, EditPlace>>;

/** Returns the places of the edits of an object. */
export const editPlaces: Readonly<Record<GeneratorName, (object: ObjectPlan) => EditPlaces>> = {
  stele: (object) => {
    const shownIn = `dist/${object.route}/index.html`;
    const page = { file: `content/${object.route}/index.mdx`, shownIn };
    return {
      description: page,
      sample: {
        file: `content/${object.topic}/_samples/${pythonSample(object)}`,
        shownIn: `dist/python/${object.route}/index.html`,
      },
      page,
      navigation: { file: `content/${object.topic}/_navigation.mdx`, shownIn },
      style: { file: 'content/site.yaml', shownIn: '*.css' },
    };
  },
  hugo: (object) => {
    const shownIn = `public/${object.route}/index.html`;
    const page = { file: hugoPath(object), shownIn };
    return {
      description: page,
      sample: { file: `samples/${object.topic}/${pythonSample(object)}`, shownIn },
      page,
      navigation: { file: `data/navigation/${object.topic}.yaml`, shownIn },
      style: { file: 'assets/site.css', shownIn: '*.css' },
    };
  },
  starlight: (object) => {
    const page = { file: starlightPath(object), shownIn: `dist/${object.route}/index.html` };
    return {
      description: page,
      sample: page,
      page,
      navigation: { ...page, file: 'astro.config.mjs' },
      style: { file: 'src/styles/site.css', shownIn: '*.css' },
    };
  },
};

function pythonSample(object: ObjectPlan): string {
  return `${sampleStem(object)}.${extensions.python}`;
}
