import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientHttp } from '../../../adapters/client-http.ts';
import { dynamoAppointments } from '../../../adapters/dynamo-appointments.ts';
import { dynamoSeats } from '../../../adapters/dynamo-seats.ts';
import { httpAloha } from '../../../adapters/http-aloha.ts';
import type { Aloha } from '../../../domain/appointment/aloha.ts';
import { fileAloha } from '../../../domain/appointment/file-aloha.ts';
import { seatedAloha } from '../../../domain/appointment/seated-aloha.ts';
import { slotsOfDay } from '../../../domain/appointment/slot.ts';
import { calendar } from '../../../programmes/samps/calendar.ts';
import { alohaServer } from '../../support/appointment/aloha-server.ts';
import { memoryClientFiles } from '../../support/appointment/memory-client-files.ts';
import { memorySeats } from '../../support/appointment/memory-seats.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

const { timeZone } = calendar;
const site = {
  ...{ id: 'bourail', name: 'Bourail', kind: 'on-site' as const, minutes: 30, seats: 2 },
  openings: [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '09:30' }],
};
// Friday 4 July 2025, 8:00, 8:30 and 9:00 in Nouméa.
const day = '2025-07-04';
const [eight, half, nine] = ['2025-07-03T21:00:00.000Z', '2025-07-03T21:30:00.000Z', '2025-07-03T22:00:00.000Z'];
const slotFile = [
  'site;debut;minutes;places',
  ...['08:00', '08:30', '09:00'].map((time) => `bourail;${day}T${time}:00+11:00;30;2`),
].join('\r\n');
const rules = async (siteId: string, asked: string) => (siteId === site.id ? slotsOfDay(site, asked, calendar) : []);
const holder = { lastName: 'WAMYTAN', firstName: 'Élie', phone: '+687751234' };
const order = (at: string, id: string = randomUUID()) => ({ id, siteId: site.id, at, scheme: 'BOURSES', holder });

let tables: EmbeddedTables;
let server: Awaited<ReturnType<typeof alohaServer>>;
const files = memoryClientFiles({ 'aloha/creneaux.csv': slotFile });
const given = { token: 'vieux' };
beforeAll(async () => {
  tables = await embeddedTables('appointments');
  server = await alohaServer(seatedAloha({ seats: memorySeats(), timeZone, slots: rules }), 'secret');
});
afterAll(() => {
  tables.stop();
  server.stop();
});
const now = () => '2025-07-03T20:00:00.000Z';
const adapters: readonly (readonly [string, () => Aloha])[] = [
  [
    'our own tables',
    () => seatedAloha({ seats: dynamoSeats(tables.client, 'appointments', 'samps', now), timeZone, slots: rules }),
  ],
  ['files', () => fileAloha({ files, seats: memorySeatsOfFiles, timeZone })],
  [
    'HTTP',
    () =>
      httpAloha(
        clientHttp(
          server.url,
          async (fresh) => (fresh ? 'secret' : given.token),
          async () => {},
        ),
      ),
  ],
];
const memorySeatsOfFiles = memorySeats();

describe.each(adapters)('SAMPS-24: ALOHA through %s', (_, make) => {
  const free = async (at: string) => (await make().slots(site.id, day)).find((slot) => slot.at === at)?.free;
  const booked = async (at: string, id?: string) => {
    const answer = await make().book(order(at, id));
    if (answer.type !== 'booked') throw new Error(answer.type);
    return answer.reference;
  };

  test('tells the slots of a site and a day, and none of a site or a day that has none', async () => {
    expect(await make().slots(site.id, day)).toEqual(
      [eight, half, nine].map((at) => ({ siteId: site.id, at, minutes: 30, seats: 2, free: 2 })),
    );
    expect(await make().slots('ailleurs', day)).toEqual([]);
    expect(await make().slots(site.id, '2025-07-05')).toEqual([]);
  });

  test('two agents booking the last place at once: one success, one clear refusal', async () => {
    const id = randomUUID();
    const first = await booked(eight, id);
    expect(await booked(eight, id)).toBe(first);
    const answers = await Promise.all([
      make().book(order(eight)),
      make().book(order(eight)),
      make().book(order(eight)),
    ]);
    expect(answers.map(({ type }) => type).sort()).toEqual(['booked', 'full', 'full']);
    expect(await free(eight)).toBe(0);
    expect((await make().book(order('2025-07-03T21:10:00.000Z'))).type).toBe('gone');
  });

  test('moves: whoever is refused keeps their place, and the place that is left is free', async () => {
    const [reference, moveId] = [await booked(half), randomUUID()];
    expect((await make().move(reference, order(eight))).type).toBe('full');
    expect((await make().move(reference, order('2025-07-03T23:00:00.000Z'))).type).toBe('gone');
    expect(await free(half)).toBe(1);
    const moved = await make().move(reference, order(nine, moveId));
    expect(moved.type).toBe('booked');
    // Not heard of, and sent again.
    expect(await make().move(reference, order(nine, moveId))).toEqual(moved);
    expect([await free(half), await free(nine)]).toEqual([2, 1]);
    expect((await make().move(`bourail~${half}~1~inconnu`, order(half))).type).toBe('unknown');
  });

  test('cancels, once or twice: the place is free for somebody else', async () => {
    const references = [await booked(half), await booked(half)];
    expect((await make().book(order(half))).type).toBe('full');
    await make().cancel(references[0] ?? '');
    await make().cancel(references[0] ?? '');
    expect(await free(half)).toBe(1);
    await booked(half);
    await make().cancel(references[0] ?? '');
    expect(await free(half)).toBe(0);
  });
});

test('SAMPS-24: by files, ALOHA reads each change once, and no cell is a formula', async () => {
  const changes = [...files.written].filter(([name]) => name.startsWith('aloha/demandes/'));
  expect(changes.map(([name]) => name.split('/').at(-1)?.split('-')[0])).toEqual(
    expect.arrayContaining(['booked', 'moved', 'cancelled']),
  );
  expect(changes[0]?.[1]).toContain(`;bourail;${eight};BOURSES;WAMYTAN;Élie;+687751234`);
  const aloha = fileAloha({ files, seats: memorySeats(), timeZone });
  await aloha.book({ ...order(eight, 'piege'), holder: { ...holder, lastName: '=HYPERLINK("x")' } });
  expect([...files.written.values()].at(-1)).toContain(`"'=HYPERLINK(""x"")"`);
  const broken = fileAloha({
    files: memoryClientFiles({ 'aloha/creneaux.csv': `${slotFile}\r\nbourail;demain;30;2` }),
    seats: memorySeats(),
    timeZone,
  });
  await expect(broken.slots(site.id, day)).rejects.toThrow('line 5');
  expect(await fileAloha({ files: memoryClientFiles({}), seats: memorySeats(), timeZone }).slots(site.id, day)).toEqual(
    [],
  );
});

test('COMMON-21: over HTTP a token that expired is read again, and what fails is named without what was sent', async () => {
  given.token = 'expiré';
  const http = clientHttp(
    server.url,
    async (fresh) => (fresh ? 'secret' : given.token),
    async () => {},
  );
  expect(await httpAloha(http).slots(site.id, day)).toHaveLength(3);
  given.token = 'secret';
  server.stumbles.push(503, 503);
  expect(await httpAloha(http).slots(site.id, day)).toHaveLength(3);
  server.stumbles.push(500);
  await expect(httpAloha(http).book(order(nine))).rejects.toThrow(
    'POST /rendez-vous answered 500; accepted: 200, 201, 409, 410',
  );
});

test('a place whose booking was given up on its way is free again after ten minutes', async () => {
  const at = (time: string) =>
    seatedAloha({ seats: dynamoSeats(tables.client, 'appointments', 'autre', () => time), timeZone, slots: rules });
  const kept = order(eight);
  await at('2025-07-03T20:00:00.000Z').book(kept);
  await at('2025-07-03T20:00:00.000Z').book(order(eight));
  await dynamoAppointments(tables.client, 'appointments').save('autre', {
    ...{
      appointmentId: kept.id,
      reference: 'r',
      kind: 'on-site',
      siteId: site.id,
      site: site.name,
      slotAt: eight,
      minutes: 30,
      scheme: 'BOURSES',
    },
    ...{ personId: 'p', numberKey: 'n', state: 'booked', texts: false, takenAt: now(), takenBy: 'a', revision: 1 },
  });
  const free = async (time: string) => (await at(time).slots(site.id, day))[0]?.free;
  expect(await free('2025-07-03T20:09:00.000Z')).toBe(0);
  expect(await free('2025-07-03T20:11:00.000Z')).toBe(1);
});
