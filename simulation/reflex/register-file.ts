import type { RegisteredPerson } from './registered-person.ts';

const headings = [
  'Identifiant',
  'Nom',
  'Prénom',
  'Date de naissance',
  'Téléphone fixe',
  'Téléphone mobile',
  'Code postal',
  'Ville',
  'Vit seul',
  'Téléalarme',
  'Motif d’inscription',
  'Moyen de contact préféré',
  'Date d’inscription',
];

/** The register as the City exports it: text with semicolons, French days and numbers, UTF-8 with a mark. */
export function registerFile(people: readonly RegisteredPerson[]): Buffer {
  const rows = people.map((person) => cells(person).join(';'));
  return Buffer.from(`\uFEFF${[headings.join(';'), ...rows].join('\r\n')}\r\n`);
}

function cells(person: RegisteredPerson): readonly string[] {
  const number = (kind: 'landline' | 'mobile') => national(person.phones.find((phone) => phone.kind === kind)?.number);
  const [year, month, day] = person.birthDate.split('-');
  return [
    `REFLEX-${String(person.index + 1).padStart(6, '0')}`,
    person.lastName,
    person.firstName,
    `${day}/${month}/${year}`,
    number('landline'),
    number('mobile'),
    person.postcode,
    'Paris',
    person.livesAlone ? 'oui' : 'non',
    person.teleAlarm ? 'oui' : 'non',
    person.disabled ? 'handicap' : 'âge',
    person.relay ? 'relais' : '',
    '15/03/2025',
  ];
}

/** +33142345678 as 01 42 34 56 78. */
function national(number: string | undefined): string {
  return number === undefined ? '' : (`0${number.slice(3)}`.match(/\d\d/g) ?? []).join(' ');
}
