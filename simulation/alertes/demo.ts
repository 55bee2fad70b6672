import { addDays, localDay } from '../../domain/calendar/local-time.ts';
import { type LaneRandom, laneRandom } from '../../local/kernel/random.ts';
import { programmes } from '../../programmes/index.ts';
import { type NewMember, planAlert, registerMember, registerMembers } from './act.ts';
import { type CreatedStructure, createStructure, type PlannedStructure } from './create-structures.ts';
import type { AlertesWorld } from './open-alertes.ts';

/** The two pilots of the tender; their people are invented. */
const centres: readonly PlannedStructure[] = [
  {
    name: 'Centre social du Chemin Rouge',
    people: [
      { displayName: 'Hélène Vasseur', email: 'helene.vasseur@cheminrouge.example', role: 'admin' },
      { displayName: 'Karim Haddad', email: 'karim.haddad@cheminrouge.example', role: 'user' },
    ],
  },
  {
    name: 'Centre social Lazare Garreau',
    people: [
      { displayName: 'Nadia Benali', email: 'nadia.benali@garreau.example', role: 'admin' },
      { displayName: 'Paul Roussel', email: 'paul.roussel@garreau.example', role: 'user' },
    ],
  },
];
const lastNames =
  'Martin Bernard Dubois Lefèvre Benali Nguyen Da-Silva Kaddour Delattre Wattrelos Traoré Diallo Petit Roux Éluard d’Orsay Moreau Haddad Lemaire Vasseur Duthoit N’Diaye Leclercq Zidane Carlier'.split(
    ' ',
  );
const firstNames =
  'Marie Ahmed Léa Lucas Fatima Hugo Inès Mohamed Chloé Théo Aïcha Émile Zoé Karim Nathalie Jean-Paul Awa Sarah Ousmane Élodie Bao Samir Louise Abdel'.split(
    ' ',
  );
/** Of every seven people: a message to two groups stays one to those it concerns. */
const groups = ['culture', 'culture', 'culture', 'jeunesse', 'jeunesse', 'petite-enfance', 'rsa'];
const atOnce = 20;

export interface Demo {
  readonly structures: readonly CreatedStructure[];
  readonly members: number;
}

/** Two centres with `members` people in all; in each a message that was sent, and one that will be. `told`: share done. */
export async function playDemo(world: AlertesWorld, members: number, told: (share: number) => void): Promise<Demo> {
  const structures: CreatedStructure[] = [];
  let registered = 0;
  for (const [rank, centre] of centres.entries()) {
    const structure = await createStructure(world, centre);
    structures.push(structure);
    const referent = structure.users[1]?.userName ?? '';
    const random = laneRandom('demo', centre.name);
    const count = Math.floor(members / centres.length) + (rank < members % centres.length ? 1 : 0);
    const names = new Set<string>();
    const people = Array.from({ length: count }, (_, index) => inventedMember(random, rank, index, names));
    // The first of each group by themselves: they make the group.
    const first = [...new Set(groups)].map((name) => people.findIndex((one) => one.groups.includes(name)));
    for (const index of first) {
      const person = people[index];
      if (person !== undefined) await registerMember(world, referent, person);
    }
    const others = people.filter((_, index) => !first.includes(index));
    for (let from = 0; from < others.length; from += atOnce) {
      await registerMembers(world, referent, others.slice(from, from + atOnce));
      told((registered + from + first.length) / members);
    }
    registered += count;
    await sendings(world, referent);
  }
  // What was to leave at once has, and its receipts are there.
  await world.runUntil(world.cloud.kernel.now() + 45 * 60_000);
  return { structures, members: registered };
}

/** No two of one name: whether they are one person is asked of whoever registers them. */
function inventedMember(random: LaneRandom, rank: number, index: number, names: Set<string>): NewMember {
  const firstName = random.pick(firstNames);
  let lastName = random.pick(lastNames);
  while (names.has(`${lastName} ${firstName}`)) lastName = `${random.pick(lastNames)} ${random.pick(lastNames)}`;
  names.add(`${lastName} ${firstName}`);
  const serial = String(rank * 10_000 + index).padStart(5, '0');
  const year = 1940 + random.integer(0, 80);
  const day = String(random.integer(1, 28)).padStart(2, '0');
  const month = String(random.integer(1, 12)).padStart(2, '0');
  const first = random.pick(groups);
  return {
    lastName,
    firstName,
    birthDate: `${day}/${month}/${year}`,
    phone:
      index % 25 === 0 ? `03 20 ${serial.slice(0, 1)}5 ${serial.slice(1, 3)} ${serial.slice(3)}` : mobileOf(serial),
    groups: random.chance(0.2) ? [...new Set([first, random.pick(groups)])] : [first],
    consent: !random.chance(0.06),
  };
}

function mobileOf(serial: string): string {
  return `06 12 ${serial.slice(0, 1)}0 ${serial.slice(1, 3)} ${serial.slice(3)}`;
}

async function sendings(world: AlertesWorld, referent: string): Promise<void> {
  const zone = programmes['alertes']?.calendar.timeZone ?? 'Europe/Paris';
  const tomorrow = addDays(localDay(zone, world.cloud.kernel.iso()), 4);
  await planAlert(world, referent, {
    ...{ title: 'Atelier parents-enfants', category: 'enfance', groups: ['petite-enfance'] },
    text: 'Bonjour {prenom}, un atelier parents-enfants a lieu mercredi a 14 h. {structure}',
  });
  await planAlert(world, referent, {
    ...{ title: 'Permanence CAF', category: 'droits', groups: ['rsa', 'petite-enfance'] },
    text: 'Bonjour {prenom}, la CAF tient une permanence au centre la semaine prochaine. {structure}',
    at: [tomorrow.split('-').reverse().join('/'), '10:30'],
  });
}
