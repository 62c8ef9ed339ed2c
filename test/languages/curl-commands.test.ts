// Curl commands in code that is shown: any white space ends the search, and none makes it endless.

import { expect, test } from 'vitest';
import { findCurlCommands } from '../../src/compiler/languages/index.ts';

/** All characters that `\s` matches. */
const whiteSpace = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((one) =>
  /\s/.test(one),
);

const names = whiteSpace.map((one) => [`U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`, one]);

test.each(names)('reads a command with %s in an address, at its end, and as the only word', (_, space) => {
  const words = (text: string): readonly string[] =>
    findCurlCommands(text).flatMap(({ words }) => words.map(({ range }) => text.slice(range.start, range.end)));
  const separates = [' ', '\t', '\n'].includes(space!);
  const after = space === '\n' ? [] : ['b'];
  expect(words(`curl a${space}b`)).toEqual(separates ? ['curl', 'a', ...after] : ['curl', `a${space}b`]);
  expect(words(`curl a${space}`)).toEqual(separates ? ['curl', 'a'] : ['curl', `a${space}`]);
  expect(words(`curl ${space}`)).toEqual(separates ? ['curl'] : ['curl', space]);
  expect(words(`curl${space}`)).toEqual(separates ? ['curl'] : []);
});
