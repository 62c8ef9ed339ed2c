// Maps of `site.yaml` about the look of the site: its logo and its fonts.

import { faceName, fileOf, insidePath, weights } from './text-rules.ts';
import { key, map, shape, text } from './spec.ts';

export const logoShape = shape(
  '`logo`',
  'One picture for each theme.',
  {
    light: key(text(insidePath), 'The picture on a light ground.', '_brand/dark-ink.svg'),
    dark: key(text(insidePath), 'The picture on a dark ground.', '_brand/light-ink.svg'),
  },
  ['light', 'dark'],
);

export const fontsShape = shape('`fonts`', 'The faces of the site.', {
  text: key(
    map(() => fontShape),
    'The face of text.',
    '{ name: Inter, file: _fonts/inter.woff2 }',
    'that of the system',
  ),
  code: key(
    map(() => fontShape),
    'The face of code.',
    '{ name: Cascadia Mono }',
    'that of the system',
  ),
});

export const fontShape = shape(
  'a font',
  'A face that the site brings as a file, or that readers may have.',
  {
    name: key(text(faceName), 'The name of the face.', 'Source Sans 3'),
    file: key(
      text(fileOf('.woff2'), insidePath),
      'The file of the face, which is served with the site.',
      '_fonts/inter.woff2',
      'only readers who have the face see it',
    ),
    weights: key(text(weights), 'The weights in the file: one, or the two ends of a variable font.', '100 900'),
  },
  ['name'],
);
