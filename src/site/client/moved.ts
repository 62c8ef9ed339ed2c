// Redirects from an old address to the new one, and keeps the query and the hash, so that old links to parts of the
// page still work. Without a script, the document redirects without them.

import { movedTo } from './moved-to.ts';

const { moved } = document.documentElement.dataset;
if (moved !== undefined) location.replace(movedTo(moved, location.href));
