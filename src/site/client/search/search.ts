// The script of the search, loaded at the first use. Opens the dialog at each event of `offer-search.ts`.

import { openSearch } from './offer-search.ts';
import { SearchDialog } from './search-dialog.ts';
// Text of the stylesheet, which is a part of this script: the dialog is never shown without it.
import rules from '../../styles/search.css?inline';

const style = new CSSStyleSheet();
style.replaceSync(rules);
document.adoptedStyleSheets.push(style);

const dialog = new SearchDialog();

document.addEventListener(openSearch, () => dialog.toggle());
