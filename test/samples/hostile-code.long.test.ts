// Code that would slow down or crash a simple parser, in its full size.

import { testHostileCode } from './hostile-code-run.ts';

testHostileCode(30_000);
