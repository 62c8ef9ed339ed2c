// Each word of a page's prose and code is drawn. words.long.test.ts tests the same after changes.

import { expect, test } from 'vitest';
import { lostWords, pages, textOf } from './lost-words.ts';

test.each(pages)('%s is drawn with all its words', async (name) => {
  expect((await lostWords(textOf(name))).lost).toEqual([]);
});
