// Texts that are slow for a careless regular expression: one text for each place of the format, in a fifth of its full
// length. For more, see hostile.long.test.ts.

import { testHostileTexts } from './hostile-run.ts';

testHostileTexts([0], 20_000);
