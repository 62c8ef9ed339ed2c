// Data that claims to be an exported reference → whether it has the parts that a diff reads. A file may be damaged or
// written by hand, and must not end the program.

import type { Reference } from '../outputs/export/index.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const mapOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const shape =
  (keys: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(keys).every(([key, check]) => check(value[key]));

const origin = shape({ file: isText, line: Number.isInteger, column: Number.isInteger });
const text = shape({ text: isText, canonical: maybe(isText), origin });
const deprecated: Check = (value) => value === true || text(value);
const about = { description: maybe(text), deprecated: maybe(deprecated), since: maybe(isText), origin };
/** Deeper items are no items of Stele, which has limits for levels and references. */
const maxDepth = 64;

function itemAt(depth: number): Check {
  return shape({
    ...about,
    name: maybe(isText),
    identity: maybe(isText),
    anchor: maybe(isText),
    type: maybe(isText),
    optional: isFlag,
    placeholder: maybe(isText),
    default: maybe(isText),
    title: maybe(isText),
    reference: maybe(shape({ key: isText, member: maybe(isText) })),
    target: maybe(shape({ route: isText, id: isText })),
    items: (value) =>
      depth < maxDepth && Array.isArray(value) && (value.length === 0 || listOf(itemAt(depth + 1))(value)),
  });
}

const items = maybe(listOf(itemAt(0)));
const form = shape({
  ...about,
  source: isText,
  kind: (value) => value === 'object' || value === 'method',
  key: isText,
  title: maybe(isText),
  type: maybe(isText),
  properties: items,
  parameters: items,
  returns: items,
});
const panel = shape({ stem: maybe(isText), region: maybe(isText), samples: mapOf(isText) });
const page = shape({
  route: isText,
  file: isText,
  title: isText,
  description: maybe(isText),
  body: text,
  headings: listOf(shape({ level: Number.isInteger, text: isText, anchor: isText })),
  blocks: listOf(shape({ entity: maybe(isText), panels: listOf(panel) })),
  entities: listOf(shape({ id: isText, forms: mapOf(form) })),
});
const sample = shape({
  file: isText,
  extension: isText,
  text: isText,
  hiddenLines: maybe(listOf(Number.isInteger)),
  regions: listOf(shape({ name: isText, text: isText })),
});
const language = shape({ id: isText, label: isText, package: maybe(shape({ version: maybe(isText) })) });
const settings = shape({ impacts: mapOf(isText), languages: mapOf(mapOf(isText)) });
const approval = shape({ change: isText, kind: isText, reason: isText, who: isText, until: maybe(isText), origin });
const diagnostic = shape({
  code: isText,
  severity: isText,
  message: isText,
  file: isText,
  range: maybe(shape({ start: shape({ line: Number.isInteger, column: Number.isInteger }) })),
});

const reference = shape({
  site: shape({ languages: listOf(language), diff: maybe(settings) }),
  pages: listOf(page),
  samples: listOf(sample),
  redirects: listOf(shape({ from: isText, to: maybe(isText), anchor: maybe(isText) })),
  approvals: maybe(listOf(approval)),
  diagnostics: listOf(diagnostic),
});

/** Whether the data has the parts of a reference, with values of the right kinds. */
export function isReference(data: unknown): data is Reference {
  return reference(data);
}
