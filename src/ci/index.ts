// Public interface of `ci`, the room that turns built sites into published ones, and makes the workflows that do it.

export { commentRun, type CommentedRun } from './comment-run.ts';
export { askGitHub, GitHubFailure, type AskGitHub } from './github/ask-github.ts';
export { listOpenPullRequests } from './github/pull-requests.ts';
export { publishRun, type Publication, type PublishedRun } from './publish-run.ts';
export { GitFailure } from './publish/git.ts';
export { publishPreview, type Preview } from './publish/publish-preview.ts';
export { publishSite, type Deployment } from './publish/publish-site.ts';
export { SiteRefused } from './publish/read-site.ts';
export { removeClosed, removePreview } from './publish/remove-previews.ts';
export { formatComment } from './report/format-comment.ts';
export { makeReport, type Side } from './report/make-report.ts';
export { ReportRefused } from './report/read-fields.ts';
export { readReport } from './report/read-report.ts';
export type { Report } from './report/report.ts';
export { githubWorkflows, type WorkflowOptions } from './workflows/github-workflows.ts';
export { gitlabPipeline } from './workflows/gitlab-pipeline.ts';
export { plainCommands } from './workflows/plain-commands.ts';
