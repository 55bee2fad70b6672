import { sessionCookie } from '../../contracts/routes.ts';
import { openSuivi, type SuiviDays } from '../suivi/open-suivi.ts';
import { playSuivi } from '../suivi/play-suivi.ts';
import { statementsOf } from './permissions.ts';

/** By statement and action or resource: what only faults, or other content, need. */
const rarelyNeeded: readonly { readonly statement: RegExp; readonly name: RegExp; readonly because: string }[] = [
  {
    statement: /./,
    name: /^(kms:|arn:aws:kms:)/,
    because:
      'the key of what is kept is also in the statement of a bucket or topic, and that of identities waits for who is met again',
  },
  {
    statement: /FollowUpClockRole/,
    name: /^dynamodb:(PutItem|BatchGetItem)$/,
    because: 'a moment that the next one overtakes is taken back, and asked for by evening, on later days',
  },
  {
    statement: /FollowUpIntakeRole/,
    name: /^dynamodb:(PutItem|Query|BatchGetItem)$/,
    because: 'who was followed before, or is on a second list, is met on later days',
  },
  {
    statement: /FollowedPeopleRole/,
    name: /^s3:ListBucket$/,
    because: 'without it S3 answers that a list may not be read where it is not there',
  },
  {
    statement: /RetentionClockRole/,
    name: /./,
    because: 'nothing is over on the first day: test/suivi/follow-up plays a night, test/adapters/retention what goes',
  },
  {
    statement: /(PersonRights|Survey|Message(Dispatcher|Receipts))Role/,
    name: /^(dynamodb:|arn:aws:dynamodb:|secretsmanager:|s3:)/,
    because: 'what follows for the moment, the call or the cell of one person: who that is, is not in each day',
  },
];

/** Functions of follow-ups, messages, surveys and retention. */
const ofFollowUps =
  /(FollowUp(Clock|Intake)|FollowedPeople|Message(Dispatcher|Receipts|Preview)|Survey|DashboardReport|PackReport|RetentionClock|PersonRights)Role/;

const people = 40;
const date = '2026-03-02';

/**
 * Each allowing statement of the functions of follow-ups: a day of people, agents and orders, an evening of dashboards, an erasure and a night need all of
 * it, or an excuse says why not. `tell`: one more proved; `faults` empty, or why not.
 */
export async function proveSuiviPermissions({
  assembly,
  state,
  tell,
}: {
  readonly assembly: string;
  readonly state: string;
  readonly tell: (name: string, faults: readonly string[], note?: string) => void;
}): Promise<void> {
  const days = await openSuivi({
    ...{ assembly, state, seed: 1, people, days: 1, agents: 6, date, concurrency: 4 },
    inProcess: {},
  });
  await playSuivi(days);
  const refused = await askEverything(days);
  await runByNight(days);
  const statements = (await statementsOf(days)).filter(({ id }) => ofFollowUps.test(id));
  await days.cloud.stop();
  tell('a day of follow-up', refused, `${statements.length} statements`);
  for (const { id, unneeded } of statements) {
    const left = unneeded.filter((name) => !isExcused(id, name));
    for (const name of unneeded.filter((one) => isExcused(id, one))) {
      const { because } = rarelyNeeded.find((one) => one.statement.test(id) && one.name.test(name)) ?? { because: '' };
      console.log(`- ${name} of ${id} stands: ${because}`);
    }
    tell(id, left.length === 0 ? [] : [`nothing needs ${left.join(', ')}: delete it from lib/`]);
  }
}

function isExcused(id: string, name: string): boolean {
  return rarelyNeeded.some((one) => one.statement.test(id) && one.name.test(name));
}

/** What supervisors and the client ask and order, and the rights of one person. Answers what was refused. */
async function askEverything({ cloud, people: listed }: SuiviDays): Promise<readonly string[]> {
  const refused: string[] = [];
  const ask = async (user: string, path: string, body?: unknown): Promise<unknown> => {
    const [plain = '', query = ''] = path.split('?', 2);
    const headers = { 'content-type': 'application/json', cookie: `${sessionCookie}=${cloud.http.idToken(user)}` };
    const sent = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const method = body === undefined ? 'GET' : 'POST';
    const request = { method, path: `/api/suivi/${plain}`, query, headers, body: Buffer.from(sent) };
    const { status, body: answer } = await cloud.http.request(request, `proof/${path}/${user}`);
    if (status !== 200) refused.push(`${path} was answered ${status}: ${answer.toString('utf8').slice(0, 200)}`);
    return status === 200 ? JSON.parse(answer.toString('utf8').replace(/^[^{[].*$/s, '{}')) : {};
  };
  const [first] = listed;
  if (first === undefined) throw new Error('nobody was listed');
  const { lastName: nom, firstName: prenom, birthDate: naissance } = first;
  const found = await ask('superviseur', 'personnes/recherche', { nom, prenom, naissance });
  const id = /"personne":"([^"]+)"/.exec(JSON.stringify(found))?.[1] ?? '';
  for (const path of [`suivi/personnes/${id}`, `suivi/appels?jour=${date}`, 'suivi/volumes', 'conservation']) {
    await ask('superviseur', path);
  }
  await ask('sabine.esteve', `suivi/resultats?du=${date}&au=${date}`);
  await ask('sabine.esteve', 'suivi/volumes', { appelsParJour: 4_000 });
  await ask('sabine.esteve', 'suivi/priorites', { ordre: ['j9', 'j4', 'j2', 'j7', 'j7bis'] });
  await ask('sabine.esteve', 'suivi/horaires', { aPartirDu: '2026-03-09', feries: [] });
  await ask('sabine.esteve', 'messages');
  await ask('superviseur', 'suivi/listes?nom=preuve.csv', 'Nom;Prénom;Statut\n');
  await ask('superviseur', 'suivi/listes/preuve.csv');
  await ask('superviseur', `personnes/${id}/donnees`);
  await ask('superviseur', `personnes/${id}/effacement`, {});
  return refused;
}

/** What no hour of the day runs. */
async function runByNight({ cloud }: SuiviDays): Promise<void> {
  const scheduledTime = '2026-03-03T02:00:00Z';
  // The night takes up what was ordered before it.
  await cloud.kernel.runUntil(cloud.kernel.now() + 60_000);
  for (const [name, schedule] of [
    ['retention-clock', 'retention-tick'],
    ['pack-report', 'pack-report'],
  ]) {
    const event = { schedule: schedule ?? '', programme: 'suivi', scheduledTime };
    const run = await cloud.invoke(`permanence-suivi-demo-${name}`, event, `proof/${name}`);
    if (!run.ok) throw new Error(`${name}: ${run.errorMessage}`);
  }
}
