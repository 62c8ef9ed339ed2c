// Inputs that would slow down or crash a careless parser, in their full size.

import { testPathologicalCases } from './pathological-run.ts';

testPathologicalCases(1, 0.3);
