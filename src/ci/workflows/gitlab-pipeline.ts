// Settings → the pipeline of GitLab. A merge request shows its preview as an artifact: GitLab serves artifacts from an
// address of their own, so a preview cannot act on the published site.

import { cacheFolder, type WorkflowOptions } from './steps.ts';

/** The place of the cache between jobs: GitLab restores it before `npm ci` empties the folder of packages. */
const kept = '.stele-cache';
const restore = `    - mkdir -p ${kept} node_modules/.cache && mv ${kept} ${cacheFolder}\n`;
const save = `    - mv ${cacheFolder} ${kept}\n`;

/** The file `.gitlab-ci.yml`. `hasParallelPages` serves previews below the path of the site (GitLab 17.9, Premium). */
export function gitlabPipeline(
  { command, content, branch, shards }: WorkflowOptions,
  hasParallelPages: boolean,
): string {
  const parts = Array.from({ length: shards }, (_, index) => `part-${index + 1}`);
  const install = '    - npm ci\n';
  const isMerge = "    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'\n";
  const isMain = `    - if: $CI_COMMIT_BRANCH == '${branch}'\n`;
  const build = (untrusted: string): string =>
    shards === 1
      ? `${restore}    - ${command} build${untrusted} --content ${content} --out public-site\n${save}`
      : `    - ${command} merge ${parts.join(' ')} --out public-site\n`;
  const cache = (name: string): string => `  cache:
    key: ${name}
    paths: [${kept}]
`;
  const ofMerge = 'stele-$CI_MERGE_REQUEST_IID';
  const part = (name: string, untrusted: string, rule: string): string =>
    shards === 1
      ? ''
      : `${name}:
  stage: part
  parallel: ${shards}
  script:
${install}${restore}    - >-
      ${command} build${untrusted} --content ${content}
      --shard "$CI_NODE_INDEX/$CI_NODE_TOTAL" --out "part-$CI_NODE_INDEX"
${save}${cache(`${untrusted === '' ? 'stele' : ofMerge}-$CI_NODE_INDEX`)}  artifacts:
    paths: [part-*]
    expire_in: 1 day
  rules:
${rule}
`;
  const cacheOfMerge = shards === 1 ? cache(ofMerge) : '';
  const pages = `  pages:
    publish: public-site
    path_prefix: mr-$CI_MERGE_REQUEST_IID
`;
  return `# Checks every change, shows previews of merge requests, and publishes the site of the main branch.
# Written by \`stele ci gitlab\`: run it again after an update of Stele.
image: node:24

stages: [check${shards === 1 ? '' : ', part'}, build]

check:
  stage: check
  script:
${install}    - ${command} check --untrusted --content ${content}
  rules:
${isMerge}${isMain}
${part('preview-part', ' --untrusted --keep-going', isMerge)}preview:
  stage: build
  script:
${install}${build(' --untrusted --keep-going')}${cacheOfMerge}${hasParallelPages ? pages : ''}  artifacts:
    expose_as: Preview
    paths: [public-site/]
    expire_in: 14 days
    when: always
  rules:
${isMerge}
${part('site-part', '', isMain)}pages:
  stage: build
  script:
${install}${build('')}${shards === 1 ? cache('stele') : ''}  pages:
    publish: public-site
  artifacts:
    paths: [public-site/]
  rules:
${isMain}`;
}
