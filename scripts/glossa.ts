#!/usr/bin/env node
/** The installed program: the same entries as sub-commands. */
import { completion, COMMANDS, programHelp } from './commands/program/index.ts';
import { nearest } from './project/nearest.ts';
import { runAsProgram } from './project/program.ts';
import { version } from './project/version.ts';

runAsProgram();
const [name = 'help'] = process.argv.splice(2, 1);
const command = COMMANDS.find((one) => one.name === name);
if (command !== undefined) await import(`./${command.name}.js`);
else if (['help', '--help', '-h'].includes(name)) process.stdout.write(`${programHelp()}\n`);
else if (['--version', '-v'].includes(name)) process.stdout.write(`${version()}\n`);
else if (name === 'completion') process.stdout.write(`${completion(process.argv[2] ?? 'bash')}\n`);
else {
  const near = nearest(
    name,
    COMMANDS.map((one) => one.name),
  );
  const hint = near === undefined ? 'See glossa --help.' : `Did you mean ${near}?`;
  process.stderr.write(`error: there is no command "${name}". ${hint}\n`);
  process.exitCode = 2;
}
