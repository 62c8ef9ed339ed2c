// A small content folder for the examples of the format's tables, with the files that the examples name. A test puts
// one example into it and compiles it.

import { stringify } from 'yaml';
import {
  approvalShape,
  assistantShape,
  approvalsShape,
  breadcrumbShape,
  budgetsShape,
  outputsShape,
  diffShape,
  entityShape,
  fontShape,
  fontsShape,
  headerLinkShape,
  itemShape,
  languageShape,
  logoShape,
  navigationLinkShape,
  navigationShape,
  packageShape,
  pageShape,
  sectionShape,
  siteShape,
  skillsShape,
  type Shape,
} from '../../src/compiler/format/index.ts';
import { compileContent } from '../../src/compiler/index.ts';
import type { AssetFile, Compilation } from '../../src/compiler/model/index.ts';
import { contentOf } from '../../src/project/index.ts';

type Values = Readonly<Record<string, unknown>>;

/** Some of the files of the folder. */
interface Files {
  readonly site?: Values;
  readonly door?: Values;
  readonly navigation?: Values;
  readonly approvals?: Values;
  readonly body?: string;
}

const item = { key: 'opened_at', type: 'Time', description: '(door.id)' };
const entity = { key: 'Door', id: 'door' };
const site = { title: 'Latchkey', languages: ['ruby', 'curl', 'js', 'go'], flags: ['door-events'] };
const link = { title: 'Door', url: '/reference/door' };
const font = { name: 'Inter' };
const approval = { change: '6faf9394e5750697', reason: 'It was never sent.', who: 'Ada' };

/** By shape, a function that puts a map of the shape into its place. */
const places: ReadonlyMap<Shape, (values: Values) => Files> = new Map<Shape, (values: Values) => Files>([
  [siteShape, (values) => ({ site: { ...site, ...values } })],
  [
    logoShape,
    (values) => ({ site: { ...site, logo: { light: '_brand/logo.svg', dark: '_brand/logo.svg', ...values } } }),
  ],
  [fontsShape, (values) => ({ site: { ...site, fonts: values } })],
  [fontShape, (values) => ({ site: { ...site, fonts: { text: { ...font, ...values } } } })],
  [languageShape, (values) => ({ site: { ...site, languages: [...site.languages, { id: 'kotlin', ...values }] } })],
  [
    packageShape,
    (values) => ({ site: { ...site, languages: ['ruby', { id: 'js', package: { name: 'latchkey', ...values } }] } }),
  ],
  [sectionShape, (values) => ({ site: { ...site, sections: [{ title: 'Doors', path: '/reference', ...values }] } })],
  [headerLinkShape, (values) => ({ site: { ...site, header: [{ ...link, ...values }] } })],
  [budgetsShape, (values) => ({ site: { ...site, budgets: values } })],
  [outputsShape, (values) => ({ site: { ...site, outputs: values } })],
  [
    assistantShape,
    (values) => ({ site: { ...site, assistants: [{ title: 'Ask', url: 'https://a.example/{url}', ...values }] } }),
  ],
  [skillsShape, (values) => ({ site: { ...site, skills: values } })],
  [diffShape, (values) => ({ site: { ...site, diff: values } })],
  [approvalsShape, (values) => ({ approvals: values })],
  [approvalShape, (values) => ({ approvals: { approvals: [{ ...approval, ...values }] } })],
  [navigationShape, (values) => ({ navigation: values })],
  [navigationLinkShape, (values) => ({ navigation: { links: [link, { title: 'More', url: '/', ...values }] } })],
  [pageShape, (values) => ({ door: values })],
  [breadcrumbShape, (values) => ({ door: { breadcrumb: { title: 'Doors', ...values } } })],
  [entityShape, (values) => ({ door: { reference: referenceWith(values) } })],
  [itemShape, (values) => ({ door: { reference: { ruby: [{ ...entity, properties: [itemWith(values)] }] } } })],
]);

/** An HTTP verb belongs to curl, and a method needs no `properties`. */
function referenceWith(values: Values): object {
  const isMethod = 'parameters' in values || 'returns' in values;
  const around = isMethod ? { id: 'door' } : { id: 'door', properties: [item] };
  return { [values['type'] === undefined ? 'ruby' : 'curl']: [{ key: 'Door', ...around, ...values }] };
}

/** An item that is unwrapped or expanded needs items inside it. */
function itemWith(values: Values): object {
  const needsInside = itemShape.exclusive!.flags.some((flag) => flag in values);
  return { ...item, ...(needsInside ? { properties: [{ ...item, key: 'id' }] } : {}), ...values };
}

/** The shapes that have a place in the folder. */
export const shapesWithPlace: ReadonlySet<Shape> = new Set(places.keys());

/** Compiles the folder with these values in a map of a shape. */
export function compileValues(shape: Shape, values: Values): Compilation {
  return compileFiles(places.get(shape)!(values));
}

/** Compiles the folder with this text in the body of a page. */
export function compileBody(body: string): Compilation {
  return compileFiles({ body });
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>';

/** Files beside pages that examples name. */
const pictures = ['_brand/logo.svg', '_brand/icon.svg', '_brand/dark-ink.svg', '_brand/light-ink.svg'];
const assets: readonly AssetFile[] = [
  ...pictures.map((path) => ({ path, svg: { path, text: svg } })),
  { path: '_fonts/inter.woff2' },
  { path: '_parts/Chart.astro' },
];

function compileFiles({ site: siteValues = site, door = {}, navigation, approvals, body = '' }: Files): Compilation {
  const page = (values: Values, text: string): string => `---\n${stringify(values)}---\n\n${text}\n`;
  const named = {
    title: 'Door',
    descriptions: { door: { id: 'The identifier.' } },
    reference: { ruby: [{ ...entity, properties: [item] }] },
    ...door,
  };
  const limit = { key: 'limit', type: 'Integer', description: 'How many.' };
  const uses = { key: 'use', id: 'use', parameters: ['(limit)', { ...item, key: 'id' }] };
  const { content, diagnostics } = contentOf(
    'content',
    [
      { path: 'site.yaml', text: stringify(siteValues) },
      ...(approvals ? [{ path: '_approvals.yaml', text: stringify(approvals) }] : []),
      { path: 'index.mdx', text: '# Home\n' },
      ...['quick-start', 'authentication', 'pagination', 'errors'].map((name) => ({
        path: `${name}.mdx`,
        text: '# Page\n',
      })),
      { path: 'reference/_navigation.mdx', text: page(navigation ?? { links: [link] }, '') },
      { path: 'reference/index.mdx', text: page({ reference: { ruby: [limit, uses] } }, '# Doors') },
      { path: 'reference/door.mdx', text: page(named, body) },
      { path: '_samples/open-door.rb', text: 'Door.new.open\n' },
      { path: '_samples/open-door.js', text: 'new Door().open();\n' },
    ],
    assets,
  );
  return compileContent(content, diagnostics);
}
