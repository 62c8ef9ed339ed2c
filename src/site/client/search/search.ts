// The search, loaded at its first use: opens its dialog whenever the page asks for it.

import { openSearch } from './offer-search.ts';
import { SearchDialog } from './search-dialog.ts';

const dialog = new SearchDialog();

document.addEventListener(openSearch, () => dialog.toggle());
