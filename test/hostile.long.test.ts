// Text that holds a careless expression: every text in every place of the format.

import { testHostileTexts } from './hostile-run.ts';

testHostileTexts(Infinity);
