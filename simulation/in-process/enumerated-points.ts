import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LocalCloud } from '../../local/index.ts';

const root = resolve(import.meta.dirname, '../..');

/** Actions whose name is not that of a command of the same service, and commands of the document client. */
const commandsOf: Readonly<Record<string, readonly string[]>> = {
  'dynamodb:GetItem': ['Get'],
  'dynamodb:PutItem': ['Put'],
  'dynamodb:UpdateItem': ['Update'],
  'dynamodb:DeleteItem': ['Delete'],
  'dynamodb:BatchGetItem': ['BatchGet'],
  'dynamodb:BatchWriteItem': ['BatchWrite'],
  's3:GetObject': ['GetObject', 'HeadObject'],
  'lambda:InvokeFunction': ['Invoke'],
  'kms:GenerateDataKey*': ['GenerateDataKey'],
};
const operations: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  BatchGet: 'BatchGetItem',
  BatchWrite: 'BatchWriteItem',
};

/**
 * Every port call that the code can make, as `<function> <service>:<Operation>`: the commands that the adapters in a function's bundle send and its
 * role allows. A command that is never allowed is another function's, which shares the adapter; an action without a command is one that AWS needs on
 * the function's behalf (reading its stream, unlocking a table).
 */
export function enumeratedPoints({ functions, iam }: LocalCloud): ReadonlySet<string> {
  const allowing = iam
    .statements()
    .filter(({ kind, statement }) => kind === 'identity' && statement.effect === 'Allow');
  const points = new Set<string>();
  for (const { name, codeFolder, roleArn, environment } of functions()) {
    const sent = commandsIn(codeFolder);
    const known = new Set(Object.values(environment));
    for (const { statement } of allowing.filter(({ owner }) => owner === roleArn)) {
      for (const action of statement.actions.patterns) {
        const [service, operation = ''] = action.split(':');
        // Of keys, the code asks for the one that it was told of: tables and streams use theirs on its behalf.
        if (service === 'kms' && !statement.resources?.patterns.some((key) => known.has(key))) continue;
        for (const command of commandsOf[action] ?? [operation]) {
          if (sent.has(command)) points.add(`${name} ${service}:${operations[command] ?? command}`);
        }
      }
    }
  }
  return points;
}

/** Commands that the adapters of a bundle construct, as far as the bundler kept them: a source may have more than one function needs. */
function commandsIn(codeFolder: string): ReadonlySet<string> {
  const map = join(codeFolder, 'index.mjs.map');
  if (!existsSync(map)) return new Set();
  const { sources }: { sources: readonly string[] } = JSON.parse(readFileSync(map, 'utf8'));
  const own = sources.flatMap((source) => /(?:^|\/)(adapters\/[\w/-]+\.ts)$/.exec(source)?.[1] ?? []);
  const code = own.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const bundle = readFileSync(join(codeFolder, 'index.mjs'), 'utf8');
  const names = [...code.matchAll(/new ([A-Z]\w+)Command\(/g)].map(([, name = '']) => name);
  return new Set(names.filter((name) => bundle.includes(`"${name}Command"`)));
}
