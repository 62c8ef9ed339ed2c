// Settings → the workflow files of GitHub Actions, by path.

import { check } from './check.ts';
import { deploy } from './deploy.ts';
import { previewBuild } from './preview-build.ts';
import { previewPublish } from './preview-publish.ts';
import type { WorkflowOptions } from './steps.ts';

export type { WorkflowOptions } from './steps.ts';

/** The workflow files, by their path in the repository. */
export function githubWorkflows(options: WorkflowOptions): ReadonlyMap<string, string> {
  const folder = '.github/workflows';
  return new Map([
    [`${folder}/check.yml`, check(options)],
    [`${folder}/preview-build.yml`, previewBuild(options)],
    [`${folder}/preview-publish.yml`, previewPublish(options)],
    [`${folder}/deploy.yml`, deploy(options)],
  ]);
}
