// A resolved code block in one language → panels of coloured code, or links to the languages that have the missing
// code.

import type {
  BlockView,
  CodeToken,
  CodeView,
  EntityView,
  Highlighter,
  Language,
  LanguageLinkView,
  PanelView,
  ResolvedBlock,
  ResolvedPanel,
} from '../../../compiler/model/index.ts';
import { placeLinks, type CodeLinker, type FoundLinks } from '../code-links/code-linker.ts';
import type { ViewSources } from '../view-sources.ts';
import { isWrittenTheSame, readPanel, writtenOf, type PanelCode, type WrittenCode } from './panel-code.ts';
import { arrangeLines } from './arrange-lines.ts';
import { renderCode, type CodeLine } from './render-code.ts';

/** The page and language that a block is drawn for. */
export interface BlockContext {
  /** Number of the block on its page. */
  readonly index: number;
  /** Route of the page. */
  readonly route: string;
  /** The page's language; absent on a site without languages. */
  readonly language?: Language | undefined;
  /** Languages that the block may be shown in: all languages of the site, or the block's own limit. */
  readonly languages: readonly Language[];
  readonly siteLanguages: readonly Language[];
  readonly highlighter: Highlighter;
  readonly linker: CodeLinker;
  /** Called with the links found in each piece of code. */
  readonly onLinks: (found: FoundLinks) => void;
  readonly entity?: EntityView | undefined;
  /** Link to this page in another language's tree. */
  readonly linkTo: (language: Language) => LanguageLinkView;
  /** Gets the code of the views. */
  readonly sources: ViewSources;
  /** The last view of each panel of the page. */
  readonly views: Map<ResolvedPanel, LastView>;
}

/** The view of a code that several languages show, such as a JSON response. Mostly only its links can differ. */
export interface LastView {
  readonly written: WrittenCode;
  readonly code: PanelCode;
  readonly tokens: readonly (readonly CodeToken[])[];
  /** The links, as a text that differs for different links. */
  readonly links: string;
  readonly view: CodeView;
}

/** Code with more than `maxLines` lines is folded, and shows `shownLines`, so that the content below it is visible. */
const maxLines = 30;
const shownLines = 20;

export function viewBlock(block: ResolvedBlock, around: BlockContext): BlockView {
  const context = limitContext(block, around);
  const panels = block.panels.filter(
    (panel) => panel.language === undefined || panel.language === context.language?.id,
  );
  const shown = panels.filter((panel) => hasContent(panel, context));
  // If only one tab is shown, the block's title precedes the tab's title (format.md 6.3).
  const title = shown.length === 1 ? joinTitles(block.title, shown[0]!.title) : undefined;
  return {
    id: `-code-${context.index}`,
    entity: context.entity,
    title: block.title,
    panels: shown.map((panel) => viewPanel(panel, title ?? panel.title, block, context)),
  };
}

function joinTitles(own: string | undefined, tab: string | undefined): string | undefined {
  return own === undefined || tab === undefined || own === tab ? (own ?? tab) : `${own} · ${tab}`;
}

/** Inside a selector of some languages, a reader of another language sees the first of them. */
function limitContext({ limitedTo }: ResolvedBlock, context: BlockContext): BlockContext {
  if (limitedTo === undefined) return context;
  const languages = limitedTo.flatMap((id) => context.languages.find((language) => language.id === id) ?? []);
  const language = languages.find(({ id }) => id === context.language?.id) ?? languages[0];
  return { ...context, languages, language: language ?? context.language };
}

/** Whether a panel is shown. A panel that another tab replaces in this language is not. */
function hasContent({ fence, stem, replacedIn }: ResolvedPanel, { language }: BlockContext): boolean {
  if (language !== undefined && replacedIn?.has(language.id)) return false;
  return fence !== undefined || stem !== undefined;
}

function viewPanel(
  panel: ResolvedPanel,
  title: string | undefined,
  block: ResolvedBlock,
  context: BlockContext,
): PanelView {
  const written = writtenOf(panel, context.language, context.siteLanguages);
  if (written === undefined) {
    const having = context.languages.filter(({ id }) => panel.samples.has(id));
    return { title, label: context.language?.label ?? '', available: having.map(context.linkTo) };
  }
  const code = viewCode(written, panel, block, context);
  return { title, label: written.format.label, code, available: [] };
}

function viewCode(written: WrittenCode, panel: ResolvedPanel, block: ResolvedBlock, context: BlockContext): CodeView {
  const last = context.views.get(panel);
  const known = last && isWrittenTheSame(last.written, written) ? last : undefined;
  const code = known?.code ?? readPanel(panel, written);
  const tokens = known?.tokens ?? context.highlighter.highlight(code.text, code.grammar);
  const found = findLinks(tokens, code, block, context);
  context.onLinks(found);
  const links = describeLinks(found);
  if (known?.links === links) return known.view;
  const view = drawCode(code, tokens, found, panel, context);
  context.views.set(panel, { written, code, tokens, links, view });
  context.sources.codes.set(view, code);
  return view;
}

function describeLinks({ links }: FoundLinks): string {
  return links.map(({ start, end, target }) => `${start} ${end} ${target.route}#${target.anchor}`).join('\n');
}

/** Links documented names on pages of the code's language. */
function findLinks(
  tokens: readonly (readonly CodeToken[])[],
  { text, grammar, language: writtenIn }: PanelCode,
  block: ResolvedBlock,
  { route, language, linker }: BlockContext,
): FoundLinks {
  if (language === undefined) return { links: [], ambiguous: 0 };
  const isJson = grammar === 'json';
  const hasRequest = block.panels.length > 1;
  return linker.find(text, tokens, { route, language, writtenIn, isJson, hasRequest, entity: block.entity });
}

function drawCode(
  code: PanelCode,
  tokens: readonly (readonly CodeToken[])[],
  { links }: FoundLinks,
  { hasNumbers }: ResolvedPanel,
  { route }: BlockContext,
): CodeView {
  const { marks, diff } = code;
  const lines = arrangeLines(code, links.length === 0 ? tokens : placeLinks(tokens, links, route));
  const areElements = hasNumbers || marks.size > 0 || diff !== undefined;
  const isLong = lines.length > maxLines;
  const render = (part: readonly CodeLine[]): string => renderCode(part, areElements);
  const texts = code.session?.map(({ prompt, text }) => prompt + text) ?? code.text.split('\n');
  return {
    html: render(isLong ? lines.slice(0, shownLines) : lines),
    rest: isLong ? { html: render(lines.slice(shownLines)), lines: lines.length - shownLines } : undefined,
    hasNumbers,
    hasFocus: [...marks.values()].some((names) => names.has('focus')),
    width: texts.reduce((most, line) => Math.max(most, line.replaceAll('\t', '  ').length), 0),
  };
}
