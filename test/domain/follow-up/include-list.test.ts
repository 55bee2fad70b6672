import { describe, expect, test } from 'vitest';
import { spreadsheets } from '../../../adapters/spreadsheet/read-spreadsheet.ts';
import type { ListAnswer } from '../../../domain/follow-up/dropped-lists.ts';
import type { FollowedPerson } from '../../../domain/follow-up/followed-person.ts';
import { type IntakePorts, includeList } from '../../../domain/follow-up/include-list.ts';
import type { ImportSummary } from '../../../domain/recipient/import-summary.ts';
import { suivi } from '../../../programmes/suivi/programme.ts';
import { keyedHash, memoryRegister } from '../../support/calls/memory-register.ts';
import { MemoryConsents } from '../../support/messages/memory-messages.ts';
import { followUpWorld } from './memory-follow-up.ts';
import { paris } from './suivi-world.ts';

const friday = '2020-10-02';
const list = `Nom;Prénom;Date de naissance;Téléphone;Code postal;Statut;Début d'isolement;Appel de la CPAM;Socialement vulnérable;Tuteur;Téléphone tuteur;Identifiant
MARTIN;Anne;12/03/1960;06 12 34 56 78;13005;Malade;30/09/2020;01/10/2020;;;;A1
DUPONT;Bruno;02/07/1985;07 55 44 33 22;06000;cas contact;01/10/2020;;oui;;;A2
ROUX;Léa;05/05/2012;;84000;contact;01/10/2020;;;ROUX Paul;06 22 33 44 55;A3
NOIR;Jean;01/01/2030;04 91 00 00 01;75001;malade;01/10/2020;;;;;A4
BLANC;Zoé;01/02/1990;06 99 88 77 66;83000;guérie;01/10/2020;;;;;A5
VERT;Max;01/02/1990;06 99 88 77 55;05000;malade;05/10/2020;;;;;A6
GRIS;Luc;01/02/1990;06 99 88 77 44;04000;malade;01/09/2020;;;;;A7
`;

function intake() {
  const world = followUpWorld();
  const files = new Map<string, Uint8Array>();
  const answers = new Map<string, ListAnswer>();
  const errors: ImportSummary[] = [];
  const consents = new MemoryConsents();
  const { register, profiles, people, kept } = memoryRegister();
  const ports: IntakePorts = {
    ...world.ports,
    spreadsheets: spreadsheets(),
    hash: keyedHash,
    errorWorkbook: async (summary) => {
      errors.push(summary);
      return new Uint8Array();
    },
    register,
    profiles,
    people,
    consents,
    lists: {
      waiting: async () => [...files.keys()],
      drop: async (_, name, bytes) => void files.set(name, bytes),
      read: async (_, name) => files.get(name) ?? new Uint8Array(),
      answer: async (_, answer) => {
        answers.set(answer.list, answer);
        files.delete(answer.list);
      },
      answerTo: async (_, name) => answers.get(name),
    },
  };
  const send = async (name: string, text: string, at: string) => {
    files.set(name, new TextEncoder().encode(text));
    return await includeList(suivi, name, at, ports);
  };
  return { world, send, kept, errors, consents };
}

const of = (people: Map<string, FollowedPerson>, departement: string) =>
  [...people.values()].find((one) => one.departement === departement);

describe('ARS-14, ARS-36: the list of the day', () => {
  test('begins the follow-up of its people, each from its own day, and says what is refused and why', async () => {
    const { world, send, errors } = intake();
    const answer = await send('liste.csv', list, paris(friday, '08:00'));
    expect(answer).toMatchObject({
      state: 'done',
      rows: 7,
      included: 4,
      refused: 3,
      alreadyFollowed: [],
      afterFreeze: false,
    });
    // the call of the CPAM when it is known.
    expect(of(world.people, '13')).toMatchObject({
      status: 'case',
      anchor: '2020-10-01',
      anchorKind: 'cpam',
      minor: false,
    });
    expect(of(world.people, '06')).toMatchObject({
      status: 'contact',
      anchorKind: 'isolation',
      riskRank: 0,
      vulnerable: { by: 'list' },
    });
    expect(of(world.people, '13')?.due).toBe(paris('2020-10-03', '09:00'));
    expect(world.entries.map(({ change }) => change.type)).toEqual(Array(4).fill('included'));
    const said = errors[0]?.faults.map(({ row, column = '', reason }) => `${row} ${column}: ${reason}`);
    expect(said).toEqual([
      '5 Date de naissance: cette date de naissance est à venir',
      '6 Statut: le statut est absent ou inconnu',
      "7 Début d'isolement: cette date est à venir",
      "8 Début d'isolement: le suivi de cette personne est déjà fini",
    ]);
  });

  test('A-27: the parent of a child is who is written to and called', async () => {
    const { world, send, kept } = intake();
    await send('liste.csv', list, paris(friday, '08:00'));
    const child = of(world.people, '84');
    expect(child).toMatchObject({ minor: true, status: 'contact' });
    expect(kept.get(child?.recipientId ?? '')?.profile.phones[0]).toMatchObject({
      e164: '+33622334455',
      kind: 'mobile',
    });
  });

  test('the same list again, or people of it in another: they are named, nothing changes twice', async () => {
    const { world, send, errors } = intake();
    await send('liste.csv', list, paris(friday, '08:00'));
    const before = JSON.stringify([...world.people]);
    const again = await send('suite.csv', list, paris(friday, '10:00'));
    expect(again).toMatchObject({ included: 0, alreadyFollowed: [2, 3, 4, 5], afterFreeze: true });
    expect(JSON.stringify([...world.people])).toBe(before);
    expect(world.entries).toHaveLength(4);
    expect(errors[1]?.faults.map(({ reason }) => reason)).toContain(
      'cette personne est déjà suivie, ou l’a été jusqu’après ce début : rien ne change pour elle',
    );
  });

  test('ARS-04, COMMON-12: whose follow-up is over is followed again from a new beginning, the first stays, a STOP holds', async () => {
    const { world, send, consents } = intake();
    const head = list.split('\n')[0];
    const row = (anchor: string) => `${head}\nMARTIN;Anne;12/03/1960;06 12 34 56 78;13005;Malade;${anchor};;;;;A1\n`;
    await send('liste.csv', row('30/09/2020'), paris(friday, '08:00'));
    const first = of(world.people, '13');
    const id = first?.recipientId ?? '';
    // Under way: another beginning changes nothing.
    expect(await send('liste.csv', row('02/10/2020'), paris(friday, '11:00'))).toMatchObject({ alreadyFollowed: [2] });
    world.people.set(id, { ...(first as FollowedPerson), endedAt: paris('2020-10-09', '15:00') });
    const stop = { scope: 'messages', at: paris(friday, '12:00'), channel: 'web', textVersion: '1' } as const;
    await consents.append('suivi', { subject: id }, { ...stop, change: 'withdrawn' });
    // Over, but it began before that end: the same illness.
    expect(await send('retard.csv', row('08/10/2020'), paris('2020-10-10', '08:00'))).toMatchObject({ included: 0 });
    const again = row('20/10/2020');
    expect(await send('liste.csv', again, paris('2020-10-21', '08:00'))).toMatchObject({ included: 1, refused: 0 });
    const [second] = [...world.people.values()].filter(({ recipientId }) => recipientId !== id);
    expect(second).toMatchObject({ anchor: '2020-10-20', earlier: [id], moments: {}, version: 1 });
    expect(world.people.get(id)).toMatchObject({ anchor: '2020-09-30', endedAt: paris('2020-10-09', '15:00') });
    expect(await consents.facts('suivi', { subject: second?.recipientId ?? '' })).toHaveLength(1);
    // The same list once more, as after a crash: nobody a third time.
    expect(await send('liste.csv', again, paris('2020-10-21', '08:05'))).toMatchObject({ alreadyFollowed: [2] });
    expect(world.people.size).toBe(2);
  });

  test.each([
    ['columns that are not there', 'a;b\n1;2\n'],
    ['no dates', 'Nom;Prénom;Statut\nA;B;malade\n'],
    ['a page of HTML', '<html><script>alert(1)</script></html>'],
    ['nothing', ''],
  ])('%s: the whole list is refused, with what is accepted', async (_, text) => {
    const { world, send } = intake();
    const answer = await send('liste.csv', text, paris(friday, '08:00'));
    expect(answer).toMatchObject({ state: 'refused', included: 0 });
    expect(answer.refusal).toMatch(/\S/);
    expect(world.people.size).toBe(0);
  });
});
