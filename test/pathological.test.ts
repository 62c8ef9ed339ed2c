// Inputs that would slow down or crash a careless parser, in a twentieth of their full size (pathological.long.test.ts).

import { testPathologicalCases } from './pathological-run.ts';

testPathologicalCases(0.05, 0.002);
