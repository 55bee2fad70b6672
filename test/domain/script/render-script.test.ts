import { describe, expect, it } from 'vitest';
import type { RecipientProfile } from '../../../domain/recipient/profile.ts';
import { identityStep, renderScript } from '../../../domain/script/render-script.ts';
import { schemes } from '../../../programmes/samps/schemes.ts';
import { fileScript } from '../../../programmes/samps/script.ts';

const file = {
  scheme: 'BOURSES',
  kind: 'incomplete',
  list: 'b',
  missingDocuments: ['RIB', 'Avis d’imposition'],
} as const;

const person: RecipientProfile = {
  lastName: 'Wamytan',
  firstName: 'Hélène',
  birthDate: '1980-02-03',
  city: 'Nouméa',
  phones: [],
  reasons: [],
  impairments: [],
  files: [
    { ...file, dueOn: '2025-07-31' },
    { scheme: 'AIDE_MEDICALE', kind: 'renewal', list: 'a', missingDocuments: [], dueOn: '2025-08-31' },
  ],
};

const rendered = (one: RecipientProfile = person) => renderScript(fileScript, one, { agent: 'Jeanne', schemes });

describe('SAMPS-31: the script of a call about files', () => {
  it('prints the two missing documents, the upload address and a booking button, in three points', () => {
    const { points, uploadAddress } = rendered();
    expect(points.map(({ code }) => code)).toEqual(['documents', 'transmission', 'rendez-vous']);
    expect(points[0]?.text).toContain('RIB, Avis d’imposition');
    expect(points[1]?.text).toContain(uploadAddress);
    expect(points[2]?.button).toEqual({ label: 'Proposer un rendez-vous', action: 'booking' });
  });

  it('SAMPS-30: shows both subjects of a person who is on two lists, the first that is due first', () => {
    expect(rendered().files.map(({ scheme, text }) => [scheme, text])).toEqual([
      ['Bourses', 'Bourses\u202f: votre dossier est incomplet avant le 31/07/2025.'],
      ['Aide médicale', 'Aide médicale\u202f: vos droits sont à renouveler avant le 31/08/2025.'],
    ]);
  });

  it('names no document where none is missing', () => {
    const renewal = rendered({ ...person, files: person.files?.slice(1) ?? [] });
    expect(renewal.points.map(({ code }) => code)).toEqual(['transmission', 'rendez-vous']);
  });

  it('SAMPS-34: the identity step tells who to ask for and what to check, and nothing of a file', () => {
    const step = identityStep(fileScript, person, 'Jeanne');
    expect(step.identity.text).toContain('Hélène Wamytan');
    expect(step.identity.checks).toEqual([
      { label: 'Nom et prénom', value: 'Hélène Wamytan' },
      { label: 'Date de naissance', value: '03/02/1980' },
      { label: 'Commune', value: 'Nouméa' },
    ]);
    expect(JSON.stringify(step)).not.toMatch(/RIB|Bourses|Aide médicale|renouveler|incomplet/);
  });
});
