#!/usr/bin/env node
import { checkCommand } from '../cli/check-command.ts';
import { type Command, UsageError } from '../cli/command.ts';
import { drawCommand } from '../cli/draw-command.ts';
import { explainCommand } from '../cli/explain-command.ts';
import { generateCommand } from '../cli/generate-command.ts';
import { runCommand } from '../cli/run-command.ts';
import { coverageCommand, testCommand } from '../cli/test-command.ts';
import { worldHelp } from '../cli/world-file.ts';

const commands: readonly Command[] = [
  checkCommand,
  runCommand,
  testCommand,
  coverageCommand,
  generateCommand,
  drawCommand,
  explainCommand,
];
const help = `connect-flow: Amazon Connect flows on a laptop\n\nTo begin: connect-flow check flow.json, then connect-flow run flow.json, with a flow exported from the console.\n\n${commands.map(({ usage }) => `  connect-flow ${usage}`).join('\n\n')}\n\n--world <file> says what the flow meets:\n${worldHelp}`;

const [name, ...args] = process.argv.slice(2);
const command = commands.find((each) => each.name === name);
if (command === undefined) {
  const isHelp = name === undefined || name === 'help' || name === '--help' || name === '-h';
  process[isHelp ? 'stdout' : 'stderr'].write(
    `${isHelp ? help : `no command "${name}"; there are: ${commands.map((each) => each.name).join(', ')}`}\n`,
  );
  process.exitCode = isHelp ? 0 : 2;
} else if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(`  connect-flow ${command.usage}\n`);
} else {
  try {
    process.exitCode = await command.run(args, (text) => process.stdout.write(`${text}\n`));
  } catch (error) {
    const isUsage =
      error instanceof UsageError ||
      (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message}${isUsage ? `\n\n  connect-flow ${command.usage}` : ''}\n`);
    process.exitCode = 2;
  }
}
