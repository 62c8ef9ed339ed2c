// Text that holds a careless expression, in every place of the format; one text for each place (more:
// hostile.long.test.ts).

import { testHostileTexts } from './hostile-run.ts';

testHostileTexts([0]);
