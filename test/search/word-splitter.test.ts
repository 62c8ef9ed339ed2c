// Words that are looked up are the words that the functions of `fold.ts` make, which queries use.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedNames, splitWords } from '../../src/outputs/search/fold.ts';
import { WordSplitter } from '../../src/outputs/search/word-splitter.ts';

const part = fc.oneof(
  fc.constantFrom('organizationId', 'ZoneID', 'a_b', '$ref', 'x', '2FA', 'V2Api', '_', '-', '.', ' ', '/', '\n', '’'),
  fc.constantFrom('é', 'ß', 'İ', '½', '℃', '漢字', 'ไทย', '\u0301', '💡'),
  fc.string({ maxLength: 6 }),
);
const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));

test('the words of any texts are those of each text alone', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
      const splitter = new WordSplitter();
      for (const each of texts) {
        expect(splitter.split(each)).toEqual({ split: splitWords(each), joined: joinedNames(each) });
      }
    }),
    { numRuns: 300 },
  );
});
