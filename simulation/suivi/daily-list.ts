import type { FollowedPerson, GivenPhone } from './followed-person.ts';
import type { SuiviWorld } from './suivi-world.ts';

const headings = [
  'Identifiant',
  'Nom',
  'Prénom',
  'Date de naissance',
  'Téléphone mobile',
  'Téléphone fixe',
  'Code postal',
  'Statut',
  'Appel de la CPAM',
  'Socialement vulnérable',
  'Téléphone tuteur',
];

/** The ARS drops the list of a day into the bucket before the opening (ARS-36), at `at`, epoch milliseconds. */
export function sendList({ cloud, programme }: SuiviWorld, people: readonly FollowedPerson[], at: number): void {
  cloud.kernel.at(at, `list/${at}`, async () => {
    const bucket = cloud.resources
      .filter(({ type }) => type === 'AWS::S3::Bucket')
      .map(({ ref }) => ref)
      .find((name) => name.toLowerCase().includes('list'));
    if (bucket === undefined) throw new Error('The deployment has no bucket for lists');
    const name = `liste-${new Date(at).toISOString().slice(0, 10)}.csv`;
    // Dropped, and answered, before a crash: nobody drops it twice.
    const answered = await cloud.storage.listObjects(bucket, `${programme}/retour/${name}`);
    if (answered.length === 0) await cloud.storage.putObject(bucket, `${programme}/depot/${name}`, fileOf(people));
  });
}

/** Text with semicolons, French days and numbers, UTF-8 with a mark, as offices export it. */
function fileOf(people: readonly FollowedPerson[]): Buffer {
  const rows = people.map((person) => cellsOf(person).join(';'));
  return Buffer.from(`\uFEFF${[headings.join(';'), ...rows].join('\r\n')}\r\n`);
}

function cellsOf(person: FollowedPerson): readonly string[] {
  const number = (kind: GivenPhone['kind']) => national(person.phones.find((phone) => phone.kind === kind)?.number);
  // A child's number is that of who answers for them.
  const own = (kind: GivenPhone['kind']) => (person.minor ? '' : number(kind));
  return [
    `ARS-${String(person.index + 1).padStart(6, '0')}`,
    person.lastName,
    person.firstName,
    french(person.birthDate),
    own('mobile'),
    own('landline'),
    person.postcode,
    person.status === 'case' ? 'malade' : 'contact',
    french(person.anchor),
    person.vulnerable ? 'oui' : 'non',
    person.minor ? number('mobile') || number('landline') : '',
  ];
}

function french(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** +33698000001 as 06 98 00 00 01. */
function national(number: string | undefined): string {
  return number === undefined ? '' : (`0${number.slice(3)}`.match(/\d\d/g) ?? []).join(' ');
}
