// `npm run shots`: builds the example site and takes a screenshot of each kind of page, wide and small, light and dark.
// `index.html` beside the screenshots shows them all.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { measureBuild } from './bench/measure-build.ts';
import { launchBrowser } from './browser.ts';
import { fullLanguage, pageKindsIn } from './page-kinds.ts';
import { fromUser, runWithOptions } from './run-with-options.ts';
import { serve } from './static-host.ts';

const sizes = {
  wide: { width: 1440, height: 900 },
  small: { width: 390, height: 844 },
  readme: { width: 1320, height: 900 },
} as const;
const schemes = ['light', 'dark'] as const;
const usualHeight = 2400;

const usage = `Usage: npm run shots -- [options]

Options:
  --site DIR       a site that is built already; else content/ is built
  --out DIR        where the pictures go (default: .shots)
  --language ID    language whose tree is shown (default: ${fullLanguage}, which has every kind)
  --page PATH      a page from the top of the site, such as go/guides/command/, in place of the six kinds
  --height PIXELS  show at most this much of a page (default: ${usualHeight})
  --whole          the whole length of each page
  --readme         the two pictures of README.md: the home page down to the comment, into docs/pictures
`;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly size: keyof typeof sizes;
  readonly scheme: (typeof schemes)[number];
}

/** The home page in Python: a table and its sample, a finding, and the comment on a pull request. */
const readmeShots: readonly Shot[] = schemes.map((scheme) => ({
  name: `home-${scheme}`,
  path: 'python/',
  size: 'readme',
  scheme,
}));

process.exitCode = await runWithOptions(usage, readOptions, run);

function readOptions() {
  const { values } = parseArgs({
    options: {
      site: { type: 'string' },
      out: { type: 'string', default: '.shots' },
      language: { type: 'string', default: fullLanguage },
      page: { type: 'string' },
      height: { type: 'string', default: String(usualHeight) },
      whole: { type: 'boolean', default: false },
      readme: { type: 'boolean', default: false },
    },
  });
  return {
    ...values,
    out: fromUser(values.out),
    site: values.site && fromUser(values.site),
  };
}

async function run({
  site,
  out,
  language,
  page,
  height,
  whole,
  readme,
}: NonNullable<ReturnType<typeof readOptions>>): Promise<number> {
  const work = await mkdtemp(join(tmpdir(), 'stele-shots-'));
  try {
    const folder = site ?? join(work, 'site');
    if (site === undefined) {
      const content = fileURLToPath(new URL('../content', import.meta.url));
      const build = await measureBuild(content, folder, ['--base', '/']);
      if (build.exitCode !== 0) {
        console.error(build.words);
        return 1;
      }
    }
    if (readme) {
      await takeShots(folder, fileURLToPath(new URL('../docs/pictures', import.meta.url)), readmeShots, Infinity);
      return 0;
    }
    const shots = planShots(page, language);
    await mkdir(out, { recursive: true });
    await takeShots(folder, out, shots, whole ? Infinity : Number(height));
    await writeFile(join(out, 'index.html'), galleryOf(shots));
    console.log(`${shots.length} pictures are in ${out}: open index.html there.`);
    return 0;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function planShots(page: string | undefined, language: string): readonly Shot[] {
  const named = page?.replace(/^\/+/, '');
  const pages =
    named === undefined
      ? pageKindsIn(language).map(({ name, route }) => ({ name, path: `${language}/${route}` }))
      : [{ name: named.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'top', path: named }];
  return pages.flatMap((one) =>
    (['wide', 'small'] as const).flatMap((size) =>
      schemes.map((scheme) => ({ ...one, size, scheme, name: `${one.name}-${size}-${scheme}` })),
    ),
  );
}

async function takeShots(folder: string, out: string, shots: readonly Shot[], most: number): Promise<void> {
  const host = await serve(folder);
  const browser = await launchBrowser();
  try {
    for (const shot of shots) await takeShot(browser, host.url, join(out, `${shot.name}.png`), shot, most);
  } finally {
    await browser.close();
    await host.close();
  }
}

async function takeShot(browser: Browser, root: string, file: string, shot: Shot, most: number): Promise<void> {
  const context = await browser.newContext({ viewport: sizes[shot.size], colorScheme: shot.scheme });
  const page = await context.newPage();
  await page.goto(root + shot.path, { waitUntil: 'networkidle' });
  const { width } = sizes[shot.size];
  const length = await page.evaluate(() => document.documentElement.scrollHeight);
  const comment = page.locator('main blockquote').first();
  const end = shot.size === 'readme' ? await comment.evaluate((element) => element.getBoundingClientRect().bottom) : 0;
  const height = Math.min(length, end > 0 ? Math.ceil(end) + 24 : most);
  await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width, height }, animations: 'disabled' });
  await context.close();
}

function galleryOf(shots: readonly Shot[]): string {
  const figures = shots.map(
    ({ name, size }) =>
      `<figure><a href="${name}.png"><img src="${name}.png" alt="" width="${size === 'wide' ? 720 : 260}"></a>` +
      `<figcaption>${name}</figcaption></figure>`,
  );
  const style = 'body{font:14px system-ui;display:flex;flex-wrap:wrap;gap:16px;align-items:start;background:#888}';
  return `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>${style}</style>\n${figures.join('\n')}\n`;
}
