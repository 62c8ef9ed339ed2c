// Rules by which a browser fetches a page of this site ahead, once a pointer rests on its link or presses it. The same
// text on every page, so that a policy needs one hash; browsers leave it where the reader saves data. Links of the site
// are relative, so nothing else of the host is asked for. Not the language tabs, whose pages come by `load-page.ts`.

const links = "a[href^='.']:is([href$='/'],[href*='/#']):not([data-language],[download])";

export const fetchAhead: string = JSON.stringify({
  prefetch: [{ where: { selector_matches: links }, eagerness: 'moderate' }],
});
