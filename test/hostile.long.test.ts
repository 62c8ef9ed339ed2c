// Text that holds a careless expression, in every place of the format: a share of the texts that CI has time for. All of them,
// about a quarter of an hour: `STELE_HOSTILE=all npm run test:long -- test/hostile.long`.

import { env } from 'node:process';
import { testHostileTexts } from './hostile-run.ts';

testHostileTexts(env['STELE_HOSTILE'] === 'all' ? Infinity : 9);
