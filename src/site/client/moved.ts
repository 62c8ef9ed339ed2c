// The page at an old address leads to the new one, with the query and the hash that the reader came with: links into a
// page go on to work when it moves. Without a script, the document itself leads there without them.

import { movedTo } from './moved-to.ts';

const { moved } = document.documentElement.dataset;
if (moved !== undefined) location.replace(movedTo(moved, location.href));
