// The script of the search, loaded at the first use. Opens the dialog at each event of `offer-search.ts`.

import { openSearch } from './offer-search.ts';
import { SearchDialog } from './search-dialog.ts';

const dialog = new SearchDialog();

document.addEventListener(openSearch, () => dialog.toggle());
