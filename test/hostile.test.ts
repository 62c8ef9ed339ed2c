// Text that holds a careless expression, in every place of the format; two texts for each place (all: hostile.long.test.ts).

import { testHostileTexts } from './hostile-run.ts';

testHostileTexts(2);
