// `stele export`: writes the resolved model as JSON.

import { writeWhole } from '../disk/index.ts';
import { exportReference } from '../outputs/export/index.ts';
import { countFindings } from '../compiler/diagnostics/index.ts';
import { checkProjectSamples, openProject } from '../project/index.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { hasErrors, reportFindings } from './report-findings.ts';
import { print, say, pathForUser, userPath } from './terminal.ts';

export const exportCommand: Command = {
  summary: 'write the resolved reference as JSON',
  help: `Usage: stele export [options]

Writes the content of a folder as one JSON document: pages, entities with every field in every language,
resolved texts with their places, links, samples, navigation, and the findings. stele schema reference
prints the JSON Schema of the document. The command executes nothing in the folder.

Options:
  --content DIR      content folder (default: content)
  --out FILE         file to write (default: stdout)
  --untrusted        report code that would run when the site is built or read: mdx: code, components

Exit codes: 0 no errors, 1 errors (the document is still written), 2 the command line or no content.
`,
  async run(args) {
    const { values } = readArguments(args, {
      content: { type: 'string' },
      out: { type: 'string' },
      untrusted: { type: 'boolean' },
    });
    const project = await openProject(userPath(String(values['content'] ?? 'content')), values['untrusted'] === true);
    const { resolved, diagnostics } = await checkProjectSamples(project, project.folder, true);
    // Findings are in the document. Unreadable files are reported in the terminal too.
    await reportFindings(
      { folder: project.folder, diagnostics: diagnostics.filter(({ code }) => code === 'unreadable-file') },
      'pretty',
    );
    const text = `${JSON.stringify(exportReference(resolved, diagnostics), undefined, 2)}\n`;
    if (values['out'] === undefined) {
      await print(text);
    } else {
      const file = userPath(String(values['out']));
      await writeWhole(file, text);
      const { size } = resolved.pages;
      say(`Wrote ${pathForUser(file)}: ${size} ${size === 1 ? 'page' : 'pages'}, ${countFindings(diagnostics)}.`);
    }
    return hasErrors(diagnostics) ? 1 : 0;
  },
};
