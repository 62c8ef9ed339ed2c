// `stele build`: compiles a content folder and draws its site. The site is written complete, or the last one stays.

import { readArguments, readBase, readShard, readThreads } from './arguments.ts';
import { buildOnce, type BuildSettings } from './build-once.ts';
import type { Command } from './command.ts';
import { explainDrawing } from './explain-drawing.ts';
import { say, userPath } from './terminal.ts';
import { verifyBuild } from './verify-build.ts';

export const build: Command = {
  summary: 'build the site of a content folder',
  help: `Usage: stele build [options]

Builds a static site. The output folder is replaced only when the whole site is drawn: a failed or
stopped build does not change the last site. If the content has errors, the build writes nothing,
unless --keep-going is given. Only pages that change are drawn again. Pages that are not in the output
folder come from the cache, if an earlier build drew them from the same content.

Options:
  --content DIR      content folder (default: content)
  --out DIR          output folder (default: dist): new, empty, or a site that Stele built
  --base /PATH/      path that the site is served at; only the 404 page needs it, and
                     stele rebase changes it later (default: the path of url in site.yaml, else /)
  --keep-going       write the site even if there are errors, with a labelled gap for each
  --untrusted        run no code from the folder, even if site.yaml allows it: code in bodies, components
                     and files that can run code are errors
  --no-cache         use nothing of earlier builds, and keep nothing for the next one
  --threads NUMBER   threads that draw pages (default: as many as save time); the site is the same
  --shard PART/ALL   draw only a part of the pages, such as 3/8: stele merge joins the parts
  --timing           show the time and processor time of stages and threads, and write a trace for the performance
                     panel of a browser into stele-trace.json
  --verify           build again from nothing, and compare all files with those of the build
  --why ROUTE        report whether the page at a route was drawn again, and why
  --check-samples    parse the samples with grammars of their languages too, as check does

STELE_TIMINGS=FILE in the environment writes milliseconds by stage into FILE, as JSON.
Exit codes: 0 built, 1 errors in the content, 2 the command line, a refused folder, or no content,
70 a bug in Stele: --verify found a difference.
`,
  async run(args) {
    const { values } = readArguments(args, {
      content: { type: 'string' },
      out: { type: 'string' },
      base: { type: 'string' },
      'keep-going': { type: 'boolean' },
      untrusted: { type: 'boolean' },
      'check-samples': { type: 'boolean' },
      'no-cache': { type: 'boolean' },
      threads: { type: 'string' },
      shard: { type: 'string' },
      timing: { type: 'boolean' },
      verify: { type: 'boolean' },
      why: { type: 'string' },
    });
    const settings: BuildSettings = {
      content: userPath(String(values['content'] ?? 'content')),
      out: userPath(String(values['out'] ?? 'dist')),
      base: readBase(values['base'], ''),
      keepsGoing: values['keep-going'] === true,
      isUntrusted: values['untrusted'] === true,
      isChecking: values['check-samples'] === true,
      mayCache: values['no-cache'] !== true,
      threads: readThreads(values['threads']),
      shard: readShard(values['shard']),
      hasTiming: values['timing'] === true,
    };
    const { code, reasonOf } = await buildOnce(settings);
    if (reasonOf === undefined) return code;
    const why = values['why'];
    if (typeof why === 'string') say(explainDrawing(why, reasonOf));
    return (values['verify'] === true ? await verifyBuild(settings) : 0) || code;
  },
};
