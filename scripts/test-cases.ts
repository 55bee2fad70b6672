/**
 * Publishes the test cases of `contact-flows/tests/` that a deployment with `"testCases": true` saved, and prints the service's problems:
 * `npm run test-cases -- publish --instance <id or ARN> [--region <region>] [--name <part of a name>]`. Credentials are those of the environment.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connectForPublishing } from '../adapters/connect-client.ts';
import { connectTestCases } from '../adapters/connect-test-cases.ts';
import { publishTestCases } from '../adapters/publish-test-cases.ts';

const usage = 'npm run test-cases -- publish --instance <id or ARN> [--region <region>] [--name <part of a name>]';
process.exitCode = await run(process.argv.slice(3));

async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { instance: { type: 'string' }, region: { type: 'string' }, name: { type: 'string' } },
  });
  if (positionals[0] !== 'publish' || positionals.length > 1 || values.instance === undefined) {
    console.error(
      `${usage}\nWithout an instance nothing can be published; its ARN is the output of the Instance stack.`,
    );
    return 2;
  }
  const folder = join(import.meta.dirname, '../contact-flows/tests');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replaceAll('\\', '/').slice(0, -'.json'.length))
    .filter((name) => name.includes(values.name ?? ''))
    .sort();
  // The region of an ARN is where its instance is.
  const region = values.region ?? values.instance.split(':')[3];
  const cases = connectTestCases(connectForPublishing(region), values.instance);
  const { published, refused, missing } = await publishTestCases(cases, names, console.log);
  console.log(`${published} published, ${refused} refused, ${missing.length} not in the instance`);
  if (missing.length > 0) console.log('A deployment with "testCases": true saves them there.');
  if (published > 0)
    console.log(
      'The service observes messages in English only (adminguide: testing-simulation-create-tests): expect observations of French words to fail there; ' +
        'they are checked by "npm run flows".',
    );
  return refused + missing.length === 0 ? 0 : 1;
}
