import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { laneRandom } from '../../local/kernel/random.ts';
import { programmes } from '../../programmes/index.ts';
import { noteDate, planAlert, registerMember, sendList } from './act.ts';
import { type Canaries, foundOf, wordsOf } from './canaries.ts';
import { createStructure } from './create-structures.ts';
import { type AlertesOptions, type AlertesWorld, openAlertes } from './open-alertes.ts';
import { type Wandered, Wandering } from './wander.ts';

export interface IsolationOrder extends Omit<AlertesOptions, 'start' | 'inProcess'> {
  /** Requests at random, after those that every route gets. */
  readonly operations: number;
  readonly structures: number;
}

export interface IsolationProved extends Wandered {
  /** Things of the structures that were named by their own pages. */
  readonly ids: number;
}

/** Friday, 10:00 in Paris. */
const start = '2026-11-20T09:00:00.000Z';
/** Tables that hold ids only: whatever a member is called is nowhere in them. */
const idsOnly = ['Journal', 'Links', 'Messages', 'People'];

/**
 * Structures of canaries, whose people wander over their own pages and meddle with those of others: nothing of one is in an answer to another, in a log, or
 * in a store of ids; nothing reaches another's telephones (ALERTES-12, ALERTES-22, COMMON-19, COMMON-51).
 */
export async function proveIsolation(order: IsolationOrder): Promise<IsolationProved> {
  const { operations, structures, ...options } = order;
  const world = await openAlertes({ ...options, start, inProcess: {} });
  try {
    const canaries = await structuresOfCanaries(world, structures);
    const random = laneRandom(order.seed, 'isolation');
    const timeZone = programmes['alertes']?.calendar.timeZone ?? 'Europe/Paris';
    const wandering = new Wandering(world, canaries, random, timeZone);
    await wandering.look();
    await plant(world, canaries);
    await wandering.look();
    // What the pages of the first look led to.
    await wandering.look();
    await wandering.meddleEverywhere();
    await wandering.wander(wandering.report.operations + operations);
    const report = wandering.report;
    const kept = [
      ...(await leaked(world, canaries)),
      ...spilt(world, canaries),
      ...logged(options.state, canaries),
      ...world.cloud.problems().map((problem) => JSON.stringify(problem)),
    ];
    return {
      ...report,
      ids: wandering.known.reduce((sum, { ids }) => sum + ids.size, 0),
      faults: [...report.faults, ...kept],
    };
  } finally {
    await world.cloud.stop();
  }
}

async function structuresOfCanaries(world: AlertesWorld, count: number): Promise<readonly Canaries[]> {
  const canaries: Canaries[] = [];
  for (let rank = 0; rank < count; rank += 1) {
    const words = wordsOf(rank);
    const people = (['admin', 'user'] as const).map((role) => ({
      displayName: `${words.sign} ${role}`,
      email: `${role}@${words.sign}.example`,
      role,
    }));
    const structure = await createStructure(world, { name: `Centre ${words.sign}`, people });
    canaries.push({ structure, ...words });
  }
  return canaries;
}

/** Some of everything, so that there is something to be seen. */
async function plant(world: AlertesWorld, canaries: readonly Canaries[]): Promise<void> {
  for (const { structure, word, sign, phone } of canaries) {
    const [{ userName } = { userName: '' }] = structure.users;
    for (const [index, letter] of ['a', 'b', 'c'].entries()) {
      await registerMember(world, userName, {
        ...{ lastName: `${word}${letter}`, firstName: 'Marie', birthDate: '12/03/1983', consent: true },
        phone: `06 12 ${phone.slice(0, 2)} ${phone.slice(2)}0 0${index}`,
        groups: [index === 0 ? `${sign}groupe` : 'culture'],
      });
    }
    await noteDate(world, userName, 'rdv-droits', '15/12/2026');
    await sendList(
      world,
      userName,
      `Nom;Prénom;Téléphone\n${word}d;Inès;06 12 ${phone.slice(0, 2)} ${phone.slice(2)}0 09\n`,
    );
    const alert = { category: 'droits', groups: [`${sign}groupe`], text: `Bonjour {prenom}, ${word}.` };
    await planAlert(world, userName, { ...alert, title: `${word}maintenant` });
    await planAlert(world, userName, { ...alert, title: `${word}demain`, at: ['24/11/2026', '10:30'] });
  }
}

/** What a member is called, in a table of ids. */
async function leaked({ cloud }: AlertesWorld, canaries: readonly Canaries[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { ref, type, logicalId } of cloud.resources) {
    const name = idsOnly.find((one) => logicalId.includes(`${one}Table`));
    if (type !== 'AWS::DynamoDB::Table' || name === undefined) continue;
    for (const item of await cloud.storage.readAll(ref)) {
      const found = canaries
        .map((one) => foundOf(one, JSON.stringify(item), 'members'))
        .find((one) => one !== undefined);
      if (found !== undefined) faults.push(`table ${name}: "${found}" in ${JSON.stringify(item).slice(0, 200)}`);
    }
  }
  return faults;
}

/** A message of one structure on a telephone of another's member. */
function spilt({ cloud }: AlertesWorld, canaries: readonly Canaries[]): readonly string[] {
  return cloud.sms.numbers().flatMap((number) => {
    const owner = canaries.find((one) => foundOf(one, number, 'members') !== undefined);
    const others = canaries.filter((one) => one !== owner);
    return cloud.sms.inbox(number).flatMap(({ body: text }) => {
      const found = others.map((one) => foundOf(one, text, 'all')).find((one) => one !== undefined);
      return found === undefined ? [] : [`a telephone of ${owner?.word ?? 'nobody'} got "${found}"`];
    });
  });
}

function logged(state: string, canaries: readonly Canaries[]): readonly string[] {
  const folder = join(state, 'logs');
  return readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return canaries.flatMap((one) => {
      const found = foundOf(one, text, 'members');
      return found === undefined ? [] : [`log ${file}: "${found}"`];
    });
  });
}
