/** What a package has and the repository has not: the API's types for `require`, and the schema where editors look for it. */
import { copyFileSync, rmSync } from 'node:fs';

const SCHEMA = 'l10n.schema.json';

if (process.argv.includes('--remove')) rmSync(SCHEMA, { force: true });
else {
  copyFileSync('.types/commands/api/index.d.ts', '.types/commands/api/index.d.cts');
  copyFileSync(`scripts/project/${SCHEMA}`, SCHEMA);
}
