// Parsed files of a content folder → its site, pages and navigation.

import type { Report } from '../diagnostics/index.ts';
import { wireLanguage } from '../languages/index.ts';
import type {
  DecodedContent,
  Document,
  Language,
  LanguageId,
  Page,
  ParsedContent,
  ParseText,
  SiteConfig,
} from '../model/index.ts';
import { builtInLanguages } from './built-in-languages.ts';
import { decodeApprovals } from './decode-approvals.ts';
import { decodeNavigation } from './decode-navigation.ts';
import { decodePage } from './decode-page.ts';
import { decodeSite, type DecodedSite } from './decode-site.ts';

/** Decodes one page with `decode`, or returns the page of an earlier compilation. */
export type RecallPage = (
  document: Document,
  languages: readonly LanguageId[],
  report: Report,
  decode: (document: Document, report: Report) => Page,
) => Page;

/**
 * Decodes all files of a content folder.
 * @param makeParseText makes a parser for the Markdown of texts of a frontmatter
 */
export function decodeContent(
  parsed: ParsedContent,
  makeParseText: (report: Report) => ParseText,
  report: Report,
  recall: RecallPage = (document, _languages, to, decode) => decode(document, to),
): DecodedContent {
  const { samples, assets, publicFiles } = parsed;
  const site = decodeSite(parsed.site, parsed.name, report, parsed.isUntrusted);
  const ids = idsOf(site);
  const decode = (document: Document, to: Report): Page => decodePage(document, ids, makeParseText(to), to);
  const pages = parsed.pages.map((document) => recall(document, ids, report, decode));
  const navigation = parsed.navigation.flatMap((document) => decodeNavigation(document, report) ?? []);
  const approvals = decodeApprovals(parsed.approvals, report);
  return { site: completeSite(site, pages), approvals, pages, navigation, samples, assets, publicFiles };
}

/** The ids of the languages that pages may have. */
export function languageIds(site: ParsedContent['site'], name: string, isUntrusted: boolean): readonly LanguageId[] {
  return idsOf(decodeSite(site, name, () => {}, isUntrusted));
}

function idsOf({ languages = builtInLanguages }: DecodedSite): readonly LanguageId[] {
  const known = languages.map(({ id }) => id);
  return known.includes(wireLanguage) ? known : [...known, wireLanguage];
}

/**
 * A site that names no languages has the languages of its pages, in the built-in order. Pages whose flag is off do not
 * count.
 */
function completeSite(site: DecodedSite, pages: readonly Page[]): SiteConfig {
  const shown = pages.filter(({ featureFlag }) => featureFlag === undefined || site.flags.has(featureFlag.value));
  const used = new Set(shown.flatMap((page) => [...page.entities.keys()]));
  const languages: readonly Language[] = site.languages ?? builtInLanguages.filter(({ id }) => used.has(id));
  return { ...site, languages };
}
