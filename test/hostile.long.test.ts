// Texts that are slow for a careless regular expression, in each place of the format: as many rounds as CI has time
// for, spread over the texts. `STELE_HOSTILE=all npm run test:long -- test/hostile.long` runs all rounds in about half
// an hour, `STELE_HOSTILE=20-39` those from 20 to 39.

import { env } from 'node:process';
import { allRounds, testHostileTexts } from './hostile-run.ts';

/** Rounds that CI has time for. */
const share = 8;

testHostileTexts(roundsOf(env['STELE_HOSTILE']));

function roundsOf(wish: string | undefined): readonly number[] {
  if (wish === undefined)
    return [0, ...Array.from({ length: share }, (_, i) => 1 + Math.floor((i * allRounds) / share))];
  const [from = 0, to = allRounds - 1] = wish === 'all' ? [] : wish.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
