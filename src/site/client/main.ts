// What a page does beyond being read, once its script is there.

import './code-blocks.js';
import { offerSearch } from './search/offer-search.ts';

offerSearch();
