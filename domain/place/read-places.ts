import type { Fault } from '../import/fault.ts';
import type { FieldDefinition } from '../import/field.ts';
import { findHeader } from '../import/find-header.ts';
import { guessMapping } from '../import/guess-mapping.ts';
import { headingWords } from '../import/heading.ts';
import { textOf } from '../import/raw-row.ts';
import { cardIdOf } from '../knowledge/card.ts';
import { listOf } from '../knowledge/card-lists.ts';
import type { Grid } from '../knowledge/grid.ts';
import { spreadMerged } from '../knowledge/spread-merged.ts';
import type { Commune, Place } from './place.ts';

type PlaceField = 'commune' | 'name' | 'address' | 'phone' | 'hours' | 'services';

const placeFields: readonly FieldDefinition<PlaceField>[] = [
  { code: 'commune', label: 'Commune', headings: ['Ville', 'Localité'] },
  {
    code: 'name',
    label: 'Lieu',
    headings: ['Nom', 'Nom du lieu', 'Structure', 'Site', 'Établissement', 'Lieu d’accueil'],
  },
  { code: 'address', label: 'Adresse', headings: ['Rue', 'Adresse du lieu'] },
  { code: 'phone', label: 'Téléphone', headings: ['Tél', 'Contact', 'Numéro', 'Standard'] },
  { code: 'hours', label: 'Horaires', headings: ['Heures', 'Ouverture', 'Jours et heures'] },
  { code: 'services', label: 'Services', headings: ['Aides', 'Démarches', 'Missions'] },
];

/** Places as a client's table gives them (SAMPS-20, SAMPS-22): all of them, or why none can be read. A row that cannot be a place is refused with its reason. */
export function readPlaces(
  grid: Grid,
  communes: readonly Commune[],
):
  | { readonly refused: string }
  | { readonly places: readonly Place[]; readonly faults: readonly Fault[]; readonly notices: readonly string[] } {
  const start = findHeader(grid.rows, placeFields);
  const header = start === undefined ? undefined : grid.rows[start];
  const headings = Array.from(header?.cells ?? [], textOf);
  const mapping = guessMapping(headings, placeFields);
  const missing = placeFields.filter(({ code }) => code !== 'services' && code !== 'hours' && !mapping.includes(code));
  if (header === undefined || missing.length > 0) {
    return {
      refused: `Il manque ${missing.map(({ label, headings: others }) => `une colonne « ${label} » (titres acceptés aussi : ${others.join(', ')})`).join(', ')}.`,
    };
  }
  const { rows, notices } = spreadMerged(grid, header.number);
  const faults: Fault[] = [];
  const places: Place[] = [];
  for (const { number: row, cells } of rows.filter((one) => one.number > header.number)) {
    const text = (field: PlaceField) => textOf(cells[mapping.indexOf(field)]);
    const refuse = (field: PlaceField, reason: string, accepted: string) =>
      faults.push({
        row,
        column: headings[mapping.indexOf(field)] ?? field,
        value: text(field),
        reason,
        accepted,
        effect: 'row-refused',
      });
    const commune = communes.find(({ name, aliases = [] }) =>
      [name, ...aliases].some((one) => sameWords(one, text('commune'))),
    );
    const before = faults.length;
    if (commune === undefined) {
      refuse('commune', 'cette commune est inconnue', communes.map(({ name }) => name).join(', '));
    }
    for (const field of ['name', 'address', 'phone'] as const) {
      if (text(field) === '') {
        refuse(field, 'cette case est vide', 'un texte');
      }
    }
    const id = cardIdOf(`${text('name')} ${commune?.name ?? ''}`);
    if (places.some((place) => place.id === id)) {
      refuse('name', 'ce lieu est déjà plus haut dans le fichier', 'une ligne par lieu');
    }
    if (commune !== undefined && faults.length === before) {
      const [name, address, phone, hours] = [text('name'), text('address'), text('phone'), text('hours')];
      places.push({
        id,
        name,
        commune: commune.name,
        address,
        phone,
        hours,
        services: listOf(cells[mapping.indexOf('services')]),
      });
    }
  }
  return { places, faults, notices };
}

function sameWords(one: string, other: string): boolean {
  return headingWords(one).join('') === headingWords(other).join('');
}
