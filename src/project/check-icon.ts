// Checks an icon by drawing it: drawing may fail or take too long.

import { arrangeFindings, makeDiagnostic } from '../compiler/diagnostics/index.ts';
import type { Project } from './open-project.ts';
import { canDrawIcon } from './write-pictures.ts';

/** Removes an icon that cannot be drawn from the project, and adds a finding. */
export async function checkIcon(project: Project): Promise<Project> {
  const { resolved, folder } = project;
  const { mark, ...site } = resolved.site;
  if (mark === undefined || (await canDrawIcon(folder, mark))) return project;
  const named = site.icon ?? site.logo?.light;
  const found = named
    ? [makeDiagnostic('unusable-icon', named, { name: named.value, problem: 'drawing it takes too long' })]
    : [];
  return {
    ...project,
    resolved: { ...resolved, site },
    diagnostics: arrangeFindings([...project.diagnostics, ...found], site),
  };
}
