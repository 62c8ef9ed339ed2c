// Valid code of each language, with new and unusual syntax. Each finding of a parser is a false alarm.

import { csharp } from './valid-code/csharp.ts';
import { go } from './valid-code/go.ts';
import { java } from './valid-code/java.ts';
import { javascript } from './valid-code/javascript.ts';
import { php } from './valid-code/php.ts';
import { python } from './valid-code/python.ts';
import { ruby } from './valid-code/ruby.ts';
import { rust } from './valid-code/rust.ts';
import { shell } from './valid-code/shell.ts';
import { tsx } from './valid-code/tsx.ts';
import { typescript } from './valid-code/typescript.ts';

/** By extension. */
export const validCode: Readonly<Record<string, readonly string[]>> = {
  '.ts': typescript,
  '.js': javascript,
  '.py': python,
  '.rb': ruby,
  '.go': go,
  '.php': php,
  '.java': java,
  '.cs': csharp,
  '.sh': shell,
  '.tsx': tsx,
  '.rs': rust,
};
