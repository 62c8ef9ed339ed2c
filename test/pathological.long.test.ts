// Inputs that hold or end a careless parser, at their full size.

import { testPathologicalCases } from './pathological-run.ts';

testPathologicalCases(1, 0.3);
