import { fileURLToPath } from 'node:url';
import { enter } from './project/entry.ts';
import { table } from './project/table.ts';
import { faultsOf, readDependencies } from './supply/dependencies.ts';

await enter({
  name: 'licences',
  summary:
    'Lists all dependencies with licence and size; ends with 1 where one is not allowed or runs an install script.',
  options: {},
  async run({ json, log, print }) {
    const dependencies = readDependencies(fileURLToPath(new URL('..', import.meta.url)));
    const faults = faultsOf(dependencies);
    const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);
    if (json) print(JSON.stringify({ dependencies, faults }, null, 2));
    else {
      const rows = dependencies.map(({ name, version, licence, isForDevelopment, bytes }) => {
        const size = bytes === undefined ? 'not here' : kilobytes(bytes);
        return [name, version, licence, isForDevelopment ? 'development' : 'use', size];
      });
      print(table(['package', 'version', 'licence', 'for', 'KB'], rows));
    }
    for (const fault of faults) log.error(`error: ${fault}`);
    const total = dependencies.reduce(
      (sum, { bytes = 0, isForDevelopment }) => sum + (isForDevelopment ? 0 : bytes),
      0,
    );
    log.line(`${dependencies.length} packages; what users install takes ${kilobytes(total)} KB here.`);
    return faults.length > 0 ? 1 : 0;
  },
});
