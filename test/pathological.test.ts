// Inputs that would slow down or crash a careless parser, in a tenth of their full size (pathological.long.test.ts).

import { testPathologicalCases } from './pathological-run.ts';

testPathologicalCases(0.1, 0.01);
