/** The workflow of the forge in use: it checks each proposal and never translates by itself. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const GITHUB = `# Checks translations of each pull request; needs no key.
name: translations
on: pull_request
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx glossa check --allow missing,stale --format github
`;

const GITLAB = `# Checks translations of each merge request; needs no key. Include it from .gitlab-ci.yml:
#   include: .gitlab/translations.yml
translations:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - npx glossa check --allow missing,stale --format gitlab > gl-code-quality-report.json
  artifacts:
    reports:
      codequality: gl-code-quality-report.json
`;

/** Nothing where no forge is known. */
export function workflowOf(root: string): { readonly file: string; readonly text: string }[] {
  const config = join(root, '.git', 'config');
  const remotes = existsSync(config) ? readFileSync(config, 'utf8') : '';
  if (existsSync(join(root, '.gitlab-ci.yml')) || /url = .*gitlab/.test(remotes))
    return [{ file: '.gitlab/translations.yml', text: GITLAB }];
  if (existsSync(join(root, '.github')) || /url = .*github\.com/.test(remotes))
    return [{ file: '.github/workflows/translations.yml', text: GITHUB }];
  return [];
}
