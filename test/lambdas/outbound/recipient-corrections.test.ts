import exceljs from 'exceljs';
import { beforeEach, describe, expect, test } from 'vitest';
import { correctionsWorkbook } from '../../../adapters/workbook/corrections-workbook.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { commitImport } from '../../../domain/recipient/commit-import.ts';
import { planImport } from '../../../domain/recipient/plan-import.ts';
import type { RecipientProfile } from '../../../domain/recipient/profile.ts';
import { recipientCorrectionsHandler } from '../../../lambdas/recipient-corrections/handler.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { outboundProgrammes } from '../../infra/support/outbound-assembly.ts';
import { keyedHash, memoryRegister } from '../../support/calls/memory-register.ts';
import { apiEvent, context } from '../report/api-event.ts';

const { outbound } = outboundProgrammes['samps'] ?? samps;
if (outbound === undefined) throw new Error('The programme of this test has no campaigns');
const programmes = {
  ville: { ...samps, name: 'ville', title: 'Ville', defaultCountry: 'FR' as const, outbound },
  samps,
};
const at = '2026-06-20T08:00:00.000Z';
const jeanne: RecipientProfile = {
  ...{ lastName: 'MARTIN', firstName: 'Jeanne', birthDate: '1938-03-12', externalId: 'R1', address: '3 rue du Bac' },
  phones: [{ e164: '+33142345678', kind: 'fixed' }],
  helper: { name: 'Paul', phone: '+33612345678' },
  reasons: ['age'],
  impairments: [],
};

let memory: ReturnType<typeof memoryRegister>;
let journal: JournalEntry[];
let recipientId: string;
beforeEach(async () => {
  memory = memoryRegister();
  journal = [];
  const plan = await planImport([{ row: 2, profile: jeanne, faults: [] }], {
    ...{ programme: 'ville', importId: 'i1', at, hash: keyedHash, decisions: {}, entries: [] },
    departures: new Map(),
    reveal: async () => new Map(),
  });
  await commitImport('ville', 'i1', plan, { ...memory, progress: async () => {} });
  recipientId = plan.people[0]?.entry.recipientId ?? '';
});

const handler = recipientCorrectionsHandler(async () => ({
  programmes,
  ageFrom: async () => 65,
  now: () => at,
  ports: {
    ...memory,
    hash: keyedHash,
    journal: {
      async append(entries) {
        journal.push(...entries);
      },
    },
  },
  workbook: correctionsWorkbook,
}));
const agent = { userName: 'awa', groups: 'ville:agent' };
const correct = (body: unknown, user = agent, id = recipientId) => {
  const path = `/api/ville/recipients/${id}/corrections`;
  const event = apiEvent(path, { ...user, method: 'POST', pathParameters: { programme: 'ville', recipientId: id } });
  return handler({ ...event, body: JSON.stringify(body) }, context);
};
const download = (user: { userName?: string; groups?: string }) =>
  handler(apiEvent('/listes/ville/corrections', { ...user, pathParameters: { programme: 'ville' } }), context);

describe('REFLEX-24: corrections go back to the City', () => {
  test('a number learnt during a call is what is dialled next', async () => {
    expect((await correct({ field: 'phone', value: '01 55 66 77 88 / 06 11 22 33 44' })).body).toBe('{"changed":true}');
    const entry = await memory.register.find('ville', recipientId);
    expect(entry?.numberKeys).toEqual(['+33155667788', '+33611223344'].map(keyedHash));
    expect(memory.kept.get(recipientId)?.corrections).toEqual([
      { field: 'phones', before: jeanne.phones, after: expect.any(Array), at, by: 'awa' },
    ]);
    // A number is dialled by its key, behind which the number itself is kept.
    for (const e164 of ['+33155667788', '+33611223344']) {
      expect(await memory.people.reveal('ville', keyedHash(e164))).toMatchObject({ e164 });
    }
    expect((await correct({ field: 'phone', value: '0155667788, 0611223344' })).body).toBe('{"changed":false}');
  });

  test('REFLEX-24: cut by a crash and sent again, it reaches the register and the journal, once', async () => {
    const { write } = memory.register;
    memory.register.write = async () => {
      throw new Error('the environment ended');
    };
    const body = { field: 'phone', value: '01 55 66 77 88' };
    expect((await correct(body)).statusCode).toBe(500);
    memory.register.write = write;
    for (let nth = 0; nth < 2; nth += 1) await correct(body);
    expect((await memory.register.find('ville', recipientId))?.numberKeys).toEqual([keyedHash('+33155667788')]);
    expect(new Set(journal.map(({ id }) => id)).size).toBe(1);
    expect(memory.kept.get(recipientId)?.corrections).toHaveLength(1);
  });

  test('the journal holds the fact, never the values', async () => {
    await correct({ field: 'address', value: '9 rue Secrète 75013 Paris' });
    expect(journal).toEqual([
      {
        ...{
          kind: 'correction',
          programme: 'ville',
          day: '2026-06-20',
          time: at,
          recipientId,
          field: 'address',
          by: 'awa',
        },
        id: `correction#${recipientId}#address#${at}`,
      },
    ]);
  });

  test('absences and helpers are corrected part by part; who asks for a relay is no longer called', async () => {
    await correct({ field: 'absentUntil', value: '15/08/2026' });
    await correct({ field: 'helperPhone', value: '06 99 88 77 66' });
    await correct({ field: 'preference', value: 'SMS' });
    expect(memory.kept.get(recipientId)?.profile).toMatchObject({
      absence: { until: '2026-08-15' },
      helper: { name: 'Paul', phone: '+33699887766' },
    });
    expect(await memory.register.find('ville', recipientId)).toMatchObject({
      channel: 'other',
      absence: { until: '2026-08-15' },
    });
  });

  test('a name corrected is found again by the list that has the old one, and by that which has the new one', async () => {
    await correct({ field: 'lastName', value: 'MARTINEAU' });
    const again = async (lastName: string) => {
      const { externalId: _none, ...profile } = { ...jeanne, lastName };
      const plan = await planImport([{ row: 2, profile, faults: [] }], {
        ...{ programme: 'ville', importId: 'i2', at, hash: keyedHash, decisions: {} },
        entries: await memory.register.entries('ville'),
        departures: new Map(),
        reveal: (ids) => memory.profiles.reveal('ville', ids),
      });
      return plan.people[0];
    };
    for (const name of ['MARTIN', 'MARTINEAU']) {
      const person = await again(name);
      expect([person?.kind, person?.profile.lastName]).toEqual(['unchanged', 'MARTINEAU']);
    }
  });

  test('the City gets a workbook: who, what, old, new, author, local time; nothing is a formula', async () => {
    await correct({ field: 'phone', value: '01 55 66 77 88' });
    await correct({ field: 'address', value: '=1+1 rue du Bac' });
    const answer = await download({ userName: 'marie', groups: 'ville:supervisor' });
    expect(answer.headers?.['content-disposition']).toBe('attachment; filename="ville_corrections_2026-06-20.xlsx"');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(Buffer.from(answer.body ?? '', 'base64')).buffer);
    const sheet = workbook.getWorksheet('Corrections');
    const rows = [5, 6].map((row) => [1, 2, 3, 4, 5, 6, 7].map((column) => sheet?.getCell(row, column).value));
    expect(rows).toEqual(
      expect.arrayContaining([
        ['MARTIN Jeanne', 'R1', 'Téléphone', '+33142345678', '+33155667788', 'awa', new Date('2026-06-20T19:00:00Z')],
        ['MARTIN Jeanne', 'R1', 'Adresse', '3 rue du Bac', '=1+1 rue du Bac', 'awa', expect.any(Date)],
      ]),
    );
    sheet?.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(exceljs.ValueType.Formula)));
  });

  test.each([
    [{ field: 'phone', value: '12' }, 400, /n’existe pas|court/],
    [{ field: 'birthDate', value: '31/02/1938' }, 400, /calendrier/],
    [{ field: 'recipientId', value: 'x' }, 400, /valeurs acceptées : lastName/],
    [{ field: 'phone' }, 400, /« value »/],
    [{ field: 'lastName', value: '' }, 400, /lettre/],
  ])('%j is refused with what is accepted, and changes nothing', async (body, status, sentence) => {
    const answer = await correct(body);
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toMatch(sentence);
    expect([journal, memory.kept.get(recipientId)?.profile]).toEqual([[], jeanne]);
  });

  test('only those of the programme correct, only its supervisors download', async () => {
    expect(
      (await correct({ field: 'city', value: 'Paris' }, { userName: 'x', groups: 'samps:agent' })).statusCode,
    ).toBe(403);
    expect(
      (await correct({ field: 'city', value: 'Paris' }, { userName: 'x', groups: 'ville:client' })).statusCode,
    ).toBe(403);
    expect((await correct({ field: 'city', value: 'Paris' }, agent, 'nobody')).statusCode).toBe(404);
    expect((await download(agent)).statusCode).toBe(403);
    expect((await download({})).statusCode).toBe(302);
  });
});
