// Inputs that hold or end a careless parser, at a tenth of their size (full: pathological.long.test.ts).

import { testPathologicalCases } from './pathological-run.ts';

testPathologicalCases(0.1, 0.01);
