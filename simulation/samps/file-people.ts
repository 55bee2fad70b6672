import { type LaneRandom, laneRandom } from '../../local/kernel/random.ts';

/** Somebody with a file of one of the aids, as the client's lists have them and as they live. */
export interface FilePerson {
  readonly userId: string;
  readonly lastName: string;
  readonly firstName: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly city: string;
  /** E.164. */
  readonly number: string;
  readonly files: readonly {
    readonly scheme: string;
    readonly kind: 'renewal' | 'incomplete';
    readonly missing: readonly string[];
    /** YYYY-MM-DD. */
    readonly due: string;
  }[];
  /** Chance that they pick up at any hour. */
  readonly answersPhone: number;
}

const firstNames = [
  'Marie',
  'Jean',
  'Léa',
  'Paul',
  'Waré',
  'Élise',
  'Sosefo',
  'Malia',
  'Denis',
  'Aline',
  'Kévin',
  'Rose',
];
const lastNames = [
  'Wamytan',
  'Naisseline',
  'Martin',
  'Taputu',
  'Hnacipan',
  'Dupré',
  'Nguyen',
  'Fuimaono',
  'Boae',
  'Leroy',
];
const cities = ['Nouméa', 'Dumbéa', 'Païta', 'Mont-Dore', 'Bourail', 'Boulouparis'];
const documents = [
  'Avis d’imposition',
  'Justificatif de domicile',
  'RIB',
  'Certificat de scolarité',
  'Livret de famille',
];
/** Lines that no caller of the population has. */
const prefixes = ['76', '78', '26'];

/** The people of one order: most have a file to renew, a third one that lacks documents, some both (SAMPS-30). `order` counts from 0. */
export function filePeople(seed: number, order: number, count: number, due: string): FilePerson[] {
  return Array.from({ length: count }, (_, index) => {
    const random = laneRandom(seed, `file-person/${order}/${index}`);
    const which = order * count + index;
    const incomplete = random.chance(0.35);
    const both = random.chance(0.06);
    const file = (kind: 'renewal' | 'incomplete') => ({
      scheme: schemeOf(random),
      kind,
      missing: kind === 'renewal' ? [] : random.chance(0.5) ? [random.pick(documents)] : documents.slice(0, 2),
      due,
    });
    return {
      userId: `U${String(10_000 + which)}`,
      lastName: `${random.pick(lastNames)}-${letters(which)}`,
      firstName: random.pick(firstNames),
      birthDate: `19${random.integer(40, 99)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`,
      city: random.pick(cities),
      number: `+687${prefixes[which % prefixes.length]}${String(Math.floor(which / prefixes.length)).padStart(4, '0')}`,
      files: both ? [file('renewal'), file('incomplete')] : [file(incomplete ? 'incomplete' : 'renewal')],
      answersPhone: 0.1 + 0.6 * random.next(),
    };
  });
}

/** Rows of one of the client's lists, headings first. */
export function listOf(people: readonly FilePerson[], kind: 'renewal' | 'incomplete'): string {
  const labels: Readonly<Record<string, string>> = {
    AIDE_MEDICALE: 'Aide médicale',
    MINIMUM_VIEILLESSE: 'Minimum vieillesse',
    BOURSES: 'Bourses',
  };
  const rows = people.flatMap((person) =>
    person.files
      .filter((file) => file.kind === kind)
      .map(({ scheme, missing, due }) =>
        [
          ...[person.userId, person.lastName, person.firstName, french(person.birthDate), person.city],
          ...[person.number.slice(4), labels[scheme] ?? scheme],
          ...[kind === 'renewal' ? 'Renouvellement' : 'Dossier incomplet', missing.join(' / ').replaceAll(' / ', ', ')],
          french(due),
        ]
          .map((cell) => `"${cell}"`)
          .join(';'),
      ),
  );
  const headings =
    'N° usager;Nom;Prénom;Date de naissance;Commune;Téléphone;Dispositif;Objet;Pièces manquantes;Échéance';
  return [headings, ...rows].join('\n');
}

/** A third of a share for each aid would be wrong: most files are of medical aid (23 000, 1 500, 8 500). */
function schemeOf(random: LaneRandom): string {
  const draw = random.next();
  return draw < 0.65 ? 'AIDE_MEDICALE' : draw < 0.72 ? 'MINIMUM_VIEILLESSE' : 'BOURSES';
}

function french(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** Names that sound alike would be doubts for the supervisor: each has letters of its own. */
function letters(which: number): string {
  const alphabet = 'bcdfghjklmnpqrstvz';
  const vowels = 'aeiou';
  const at = (text: string, index: number) => text.charAt(index % text.length);
  return [which, Math.floor(which / 18), Math.floor(which / 324)]
    .map((one, place) => at(alphabet, one) + at(vowels, one + place))
    .join('');
}
