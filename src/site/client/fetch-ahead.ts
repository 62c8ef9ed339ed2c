// Speculation rules: the browser prefetches a page of this site when the pointer rests on its link or presses it. The
// rules are the same text on every page, so that a content security policy needs one hash. Browsers ignore them if the
// reader saves data. Links of the site are relative, so other pages of the host are not fetched. Language tabs are
// excluded, because `load-page.ts` fetches their pages.

const links = "a[href^='.']:is([href$='/'],[href*='/#']):not([data-language],[download])";

export const fetchAhead: string = JSON.stringify({
  prefetch: [{ where: { selector_matches: links }, eagerness: 'moderate' }],
});
