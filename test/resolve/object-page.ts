// Pages of objects whose members have members, as YAML.

import { page } from '../compile.ts';

/** An object with one member, whose content is given as YAML. */
export const object = (key: string, member: string, inside: string): string =>
  page({ js: `properties:\n  - key: ${member}\n    type: t\n    description: d\n    properties:\n${inside}` })
    .replaceAll('Thing', key)
    .replace('id: thing', `id: ${key.toLowerCase()}`);

/** A member without members, as YAML for `object`. */
export const leaf = (name: string, type = 't'): string =>
  `      - key: ${name}\n        type: ${type}\n        description: d\n`;
