// Public interface of `upgrade`: old spellings of the content format into today's.

export { formatChange } from './format-change.ts';
export { marksInKeys } from './marks-in-keys.ts';
export { planUpgrade, type Migration, type Upgrade } from './plan-upgrade.ts';
