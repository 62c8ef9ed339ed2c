// Inputs that would slow down or crash a careless parser, in their full size.

import { testAllCasesTogether, testPathologicalCases } from './pathological-run.ts';

testPathologicalCases(1);
testAllCasesTogether(0.3);
