// A resolved code block in one language → panels of coloured code, or the languages that have what this one lacks.

import type {
  BlockView,
  CollectedSample,
  EntityView,
  Highlighter,
  Language,
  LinkView,
  PanelView,
  ResolvedBlock,
  ResolvedPanel,
} from '../model/index.ts';
import { renderCode } from './render-code.ts';

/** Formats that are no language of the site: how they are called and coloured. By extension or fence name. */
const formats: Readonly<Record<string, { readonly label: string; readonly grammar: string }>> = {
  json: { label: 'JSON', grammar: 'json' },
  http: { label: 'HTTP', grammar: 'http' },
  txt: { label: 'Text', grammar: 'text' },
  text: { label: 'Text', grammar: 'text' },
  xml: { label: 'XML', grammar: 'xml' },
  yaml: { label: 'YAML', grammar: 'yaml' },
  yml: { label: 'YAML', grammar: 'yaml' },
  html: { label: 'HTML', grammar: 'html' },
  css: { label: 'CSS', grammar: 'css' },
  md: { label: 'Markdown', grammar: 'markdown' },
  mdx: { label: 'MDX', grammar: 'mdx' },
  bash: { label: 'Shell', grammar: 'shellscript' },
  sh: { label: 'Shell', grammar: 'shellscript' },
  shell: { label: 'Shell', grammar: 'shellscript' },
  javascript: { label: 'JavaScript', grammar: 'typescript' },
  ts: { label: 'TypeScript', grammar: 'typescript' },
  typescript: { label: 'TypeScript', grammar: 'typescript' },
  tsx: { label: 'TSX', grammar: 'tsx' },
  jsx: { label: 'JSX', grammar: 'tsx' },
  csharp: { label: 'C#', grammar: 'csharp' },
};

/** What a block needs of the page and language it is drawn for. */
export interface BlockContext {
  /** The page's language; absent on a site without languages. */
  readonly language?: Language;
  readonly languages: readonly Language[];
  readonly highlighter: Highlighter;
  readonly entity?: EntityView;
  /** Link to this page in another language's tree. */
  readonly linkTo: (language: Language) => LinkView;
}

export function viewBlock(block: ResolvedBlock, around: BlockContext): BlockView {
  const context = limitContext(block, around);
  const panels = block.panels.filter(
    (panel) => panel.language === undefined || panel.language === context.language?.id,
  );
  return {
    ...(context.entity ? { entity: context.entity } : {}),
    title: block.title,
    panels: panels.filter((panel) => hasContent(panel, context)).map((panel) => viewPanel(panel, block, context)),
  };
}

/** Inside a switch between some languages, a reader of another one sees the first of them. */
function limitContext({ limitedTo }: ResolvedBlock, context: BlockContext): BlockContext {
  if (limitedTo === undefined) return context;
  const languages = limitedTo.flatMap((id) => context.languages.find((language) => language.id === id) ?? []);
  const language = languages.find(({ id }) => id === context.language?.id) ?? languages[0];
  return { ...context, languages, ...(language ? { language } : {}) };
}

/** A panel whose place another tab takes in this language is no gap. */
function hasContent(panel: ResolvedPanel, { language }: BlockContext): boolean {
  return (
    panel.fence !== undefined || panel.stem !== undefined || (language !== undefined && panel.samples.has(language.id))
  );
}

function viewPanel(panel: ResolvedPanel, block: ResolvedBlock, context: BlockContext): PanelView {
  const title = panel.title ?? (block.panels.length === 1 ? block.title : undefined);
  if (panel.fence) {
    const { label, grammar } = formatOf(panel.fence.language, context.languages);
    return { title, label, html: renderCode(context.highlighter, panel.fence.code, grammar), available: [] };
  }
  const sample = context.language && panel.samples.get(context.language.id);
  if (sample === undefined) {
    const having = context.languages.filter(({ id }) => panel.samples.has(id));
    return { title, label: context.language?.label ?? '', available: having.map(context.linkTo) };
  }
  const { label, grammar } = formatOfSample(sample, context);
  return {
    title,
    label,
    html: renderCode(context.highlighter, sample.text.replace(/\n+$/, ''), grammar),
    available: [],
  };
}

function formatOfSample(sample: CollectedSample, { language, languages }: BlockContext): { label: string; grammar: string } {
  const owner = [...(language ? [language] : []), ...languages].find(({ extensions }) =>
    extensions.includes(sample.extension),
  );
  return owner ?? formatOf(sample.extension.slice(1), languages);
}

function formatOf(name: string | undefined, languages: readonly Language[]): { label: string; grammar: string } {
  if (name === undefined) return { label: '', grammar: 'text' };
  const language = languages.find(
    ({ id, grammar, extensions }) => id === name || grammar === name || extensions.includes(`.${name}`),
  );
  return (Object.hasOwn(formats, name) ? formats[name] : undefined) ?? language ?? { label: name, grammar: name };
}
