// Inputs that would slow down or crash a careless parser: every fourth one, in a twentieth of its full size. All, in
// their full size: pathological.long.test.ts.

import { testPathologicalCases } from './pathological-run.ts';

testPathologicalCases(0.05, 4);
