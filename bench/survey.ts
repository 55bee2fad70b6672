/**
 * The pages of personal links in the local cloud, at a steady rate, beside a function that answers at once on the same API in the same run: what is
 * between them is ours. Prints; nothing is asserted. `npx node bench/survey.ts [requests a second] [seconds] [people]`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dynamoClient } from '../adapters/dynamo-client.ts';
import { dynamoFollowUps } from '../adapters/dynamo-follow-ups.ts';
import { dynamoLinks } from '../adapters/dynamo-links.ts';
import { dynamoProfiles } from '../adapters/dynamo-profiles.ts';
import { kmsClient } from '../adapters/kms-client.ts';
import { secretLinkTokens } from '../adapters/secret-link-tokens.ts';
import { env } from '../contracts/env.ts';
import { linkPath, routes } from '../contracts/routes.ts';
import { tables } from '../contracts/tables.ts';
import { openLink } from '../domain/link/open-link.ts';
import { startLocalCloud } from '../local/index.ts';
import { accessKeyIdOf, secretAccessKey } from '../local/lambda/function-credentials.ts';
import { scratchFolder } from '../simulation/scratch-folder.ts';
import { synthesize } from '../simulation/synthesize.ts';

process.env['TZ'] = 'UTC';
const [rate = 50, seconds = 20, people = 200] = process.argv.slice(2).map(Number);
const birthDate = '1980-03-09';
const scratch = scratchFolder('survey');
const root = resolve(import.meta.dirname, '..');
const assembly = synthesize(join(scratch, 'cdk.out'), join(root, 'deployments/suivi-demo.json'));
letSurveyDoAnything();
const at = '2020-10-03T08:00:00.000Z';
const cloud = await startLocalCloud({
  assembly,
  state: join(scratch, 'cloud'),
  seed: 1,
  start: at,
  concurrency: 4,
  fresh: true,
});
// Signing in needs an issuer: in this run it is the function that answers at once.
const { codeFolder } = definition('sign-in');
if (!codeFolder.startsWith(scratch)) throw new Error(`the code of the run is not its own, but ${codeFolder}`);
writeFileSync(
  join(codeFolder, 'index.mjs'),
  "export const handler = async () => ({ statusCode: 200, headers: { 'content-type': 'text/html' }, body: '<p>ok</p>' });\n",
);
await cloud.warm(['survey', 'sign-in'].map((name) => `permanence-suivi-demo-${name}`));
const running = cloud.kernel.runRealTime(1);
const tokens = await invitePeople();

const bare = await steady(async () => await timed(routes.signIn.path));
const visitors = tokens.map((token) => ({ path: linkPath(token), cookie: '', form: '' }));
for (const visitor of visitors) {
  const answer = await post(visitor.path, { naissance: birthDate }, '');
  visitor.cookie = answer.cookie;
}
const before = process.cpuUsage();
const shown = await steady(async (n) => {
  const { path, cookie } = visitors[n % people] ?? { path: '', cookie: '' };
  return await timed(path, cookie);
});
const answered = await steady(async (n) => {
  const { path, cookie } = visitors[n % people] ?? { path: '', cookie: '' };
  const revision = Math.floor(n / people);
  const asked =
    ['respondent', 'consentement', 'signes', 'adviceSaid', 'respect', 'vulnerabilite', 'test'][revision] ?? 'test';
  const answer = { respondent: 'person', adviceSaid: 'true', signes: 'non', vulnerabilite: 'rien' }[asked] ?? 'oui';
  const before = performance.now();
  const { status } = await post(path, { revision: String(revision), asked, [asked]: answer }, cookie);
  if (status !== 303) throw new Error(`${asked} at revision ${revision} was answered ${status}`);
  return performance.now() - before;
});
const used = process.cpuUsage(before);
console.log(`${rate} requests/s for ${seconds} s each, ${people} people; milliseconds`);
print('a function that answers at once', bare);
print('a page is shown', shown);
print('an answer is kept', answered);
const all = [...shown, ...answered];
console.log(
  `p95 of both ${quantile(all, 0.95).toFixed(1)} ms, ${(quantile(all, 0.95) / quantile(bare, 0.95)).toFixed(1)} times that of the bare function`,
);
console.log(
  `${((used.user + used.system) / 1000 / all.length).toFixed(1)} ms of processor a request, of all that the local cloud is and of who asks`,
);
cloud.kernel.stop();
await running;
await cloud.stop();

/** Inviting people is the work of several functions: in this run one may do it all. */
function letSurveyDoAnything(): void {
  const file = join(assembly, 'Permanence-suivi-demo-Functions.template.json');
  const template: {
    Resources: Record<string, { Type: string; Properties?: { PolicyDocument?: { Statement: unknown[] } } }>;
  } = JSON.parse(readFileSync(file, 'utf8'));
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type === 'AWS::IAM::Policy' && id.startsWith('SurveyRole')) {
      Properties?.PolicyDocument?.Statement.push({ Effect: 'Allow', Action: ['dynamodb:*', 'kms:*'], Resource: '*' });
    }
  }
  writeFileSync(file, JSON.stringify(template));
}

function definition(name: string) {
  const found = cloud.functions().find((one) => one.name.endsWith(`-${name}`));
  if (found === undefined) throw new Error(`there is no function "${name}"`);
  return found;
}

/** People as their files and the protocol would have them, each with an open link. */
async function invitePeople(): Promise<string[]> {
  Object.assign(process.env, cloud.context.endpoints.environment(), {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: accessKeyIdOf(definition('survey').arn, 0),
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  });
  const variable = (name: string) => {
    const value = definition('survey').environment[name];
    if (value === undefined) throw new Error(`the function has no variable ${name}`);
    return value;
  };
  const client = dynamoClient();
  const profiles = dynamoProfiles(client, variable(tables.people.env), kmsClient(), variable(env.identityKey));
  const ids = Array.from({ length: people }, (_, n) => `r${n}`);
  const profile = { lastName: 'X', firstName: 'Y', birthDate, phones: [], reasons: [], impairments: [] };
  await profiles.save('suivi', new Map(ids.map((id) => [id, { profile, corrections: [] }])));
  await dynamoFollowUps(client, variable(tables.followUps.env)).add(
    'suivi',
    ids.map((recipientId) => ({
      recipientId,
      status: 'contact',
      departement: '83',
      anchor: '2020-10-01',
      anchorKind: 'cpam',
      minor: false,
      includedAt: at,
      numbers: [],
      riskRank: 0,
      moments: {},
      version: 1,
    })),
  );
  const ports = {
    tokens: secretLinkTokens(variable(env.linkSecret)),
    links: dynamoLinks(client, variable(tables.links.env)),
  };
  const open = (subject: string) =>
    openLink(
      { programme: 'suivi', purpose: 'survey', subject, occasion: 'j2', expiresAt: '2020-10-06T00:00:00.000Z' },
      ports,
    );
  return await Promise.all(ids.map(open));
}

/** So many a second, whether those before have been answered or not. */
async function steady(one: (n: number) => Promise<number>): Promise<readonly number[]> {
  const began = performance.now();
  const running: Promise<number>[] = [];
  for (let n = 0; n < rate * seconds; n += 1) {
    await sleep(Math.max(0, began + (1000 * n) / rate - performance.now()));
    running.push(one(n));
  }
  return await Promise.all(running);
}

async function timed(path: string, cookie = ''): Promise<number> {
  const before = performance.now();
  const answer = await fetch(`${cloud.http.url}${path}`, { headers: { cookie } });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
  return performance.now() - before;
}

async function post(path: string, fields: Readonly<Record<string, string>>, cookie: string) {
  const answer = await fetch(`${cloud.http.url}${path}`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  await answer.text();
  return { status: answer.status, cookie: (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' };
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

function print(name: string, times: readonly number[]): void {
  const at = [0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(1).padStart(7)).join('');
  console.log(`${name.padEnd(34)} p50, p95, p99: ${at}`);
}
