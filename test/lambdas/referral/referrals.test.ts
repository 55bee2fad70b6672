import { describe, expect, it } from 'vitest';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { KeptProfile } from '../../../domain/recipient/profiles.ts';
import { createReferrals, referEmergency, referUnreachable } from '../../../domain/referral/create-referrals.ts';
import { referralClockHandler } from '../../../lambdas/referral-clock/handler.ts';
import { referralsHandler } from '../../../lambdas/referrals/handler.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { minute, referralWorld } from '../../domain/referral/referral-world.ts';
import { apiEvent, context } from '../report/api-event.ts';

const outbound = { campaignTypes: [], questionnaires: [], referralRules };
const programmes: Readonly<Record<string, Programme>> = { samps: { ...samps, outbound } };
const person: KeptProfile = {
  profile: {
    lastName: 'Lefèvre',
    firstName: 'Odette',
    civility: 'MME',
    birthDate: '1938-02-11',
    phones: [{ e164: '+33142000000', kind: 'fixed' }],
    address: '12 rue de l’Ourcq',
    postcode: '75019',
    city: 'Paris',
    accessCode: '45B12',
    reasons: ['age'],
    impairments: [],
    livesAlone: true,
    helper: { name: 'Paul <neveu>', phone: '+33600000000' },
  },
  corrections: [],
};

/** Two referrals of one person: an emergency, and one for the social cell; and someone nobody reached. */
async function desk() {
  const world = referralWorld();
  const clock = { now: minute(5) };
  const revealed: string[] = [];
  const bare = { programme: 'samps', subject: 'r1', campaign: 'c', cycle: '1', at: minute(0) };
  await referEmergency({ ...bare, contactId: 'k', causeId: 'emergency' }, world.ports);
  const reasons = [{ cell: 'sociale', reason: 'Seul·e & sans visite' }];
  await createReferrals({ ...bare, contactId: 'k', causeId: 'q', level: 'orange', score: 24, reasons }, world.ports);
  for (const [subject, riskRank] of [
    ['r8', 9],
    ['r9', 2],
  ] as const)
    await referUnreachable({ ...bare, subject, riskRank, causeId: `u-${subject}` }, world.ports);
  const parts = async () => ({
    ports: world.ports,
    profiles: {
      reveal: async (_programme: string, ids: readonly string[]) => {
        revealed.push(...ids);
        return new Map(ids.filter((id) => id === 'r1').map((id) => [id, person]));
      },
    },
    programmes,
    now: () => clock.now,
  });
  const handler = referralsHandler(parts);
  const ask = async (
    path: string,
    options: {
      groups?: string;
      method?: string;
      body?: string;
      cell?: string;
      id?: string;
      action?: string;
      userName?: string;
    } = {},
  ) => {
    const { groups = 'samps:cell:sociale', method = 'GET', body, cell, id, action, userName = 'ana' } = options;
    const pathParameters = {
      ...(cell === undefined ? {} : { programme: 'samps', cell }),
      ...(id === undefined ? {} : { referralId: id }),
      ...(action === undefined ? {} : { action }),
    };
    const event = {
      ...apiEvent(path, { method, userName, groups, pathParameters }),
      ...(body === undefined ? {} : { body }),
    };
    const { statusCode, body: text = '', headers } = await handler(event, context);
    return { status: statusCode ?? 0, text, location: headers?.['location'] };
  };
  return { world, clock, revealed, ask, parts };
}
const social = 'c_1_r1_sociale_k';
const api = '/api/samps/cells/sociale/referrals';

describe('REFLEX-18: only the target cell reads its referrals', () => {
  it('as data: its own, the most urgent first, without who it is', async () => {
    const { ask, revealed } = await desk();
    const { status, text } = await ask(api, { cell: 'sociale' });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      referrals: [
        {
          referralId: social,
          cell: 'sociale',
          subject: 'r1',
          state: 'new',
          level: 'orange',
          levelLabel: 'Orange',
          reasons: ['Seul·e & sans visite'],
          createdAt: minute(0),
          byThirdParty: false,
          isExercise: false,
          score: 24,
        },
      ],
    });
    expect(revealed).toEqual([]);
  });

  it.each(['samps:cell:sanitaire', 'samps:supervisor', 'samps:agent', 'administrator', 'other:cell:sociale', ''])(
    'refused to %s, on pages and as data, read or written',
    async (groups) => {
      const { ask, revealed } = await desk();
      const asked = [
        await ask(api, { cell: 'sociale', groups }),
        await ask(`${api}/${social}/acknowledge`, {
          cell: 'sociale',
          id: social,
          action: 'acknowledge',
          method: 'POST',
          groups,
        }),
        await ask('/signalements/samps/sociale', { cell: 'sociale', groups }),
        await ask(`/signalements/samps/sociale/${social}`, { cell: 'sociale', id: social, groups }),
        await ask(`/signalements/samps/sociale/${social}`, {
          cell: 'sociale',
          id: social,
          groups,
          method: 'POST',
          body: 'action=acknowledge',
        }),
      ];
      expect(asked.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
      for (const { text } of asked) expect(text).not.toContain('Seul·e');
      expect(revealed).toEqual([]);
    },
  );

  it('a referral of another cell is unknown, even to who knows its id', async () => {
    const { ask } = await desk();
    const other = 'c_1_r1_sanitaire_k';
    const { status, text } = await ask(`/signalements/samps/sociale/${other}`, { cell: 'sociale', id: other });
    expect([status, text.includes('inconnu')]).toEqual([404, true]);
  });

  it('a cell that does not exist, a programme without referrals: told what there is', async () => {
    const { ask } = await desk();
    expect(await ask('/signalements/samps/x', { cell: 'x', groups: 'samps:cell:x' })).toMatchObject({
      status: 404,
      text: expect.stringContaining('sanitaire, fraicheur'),
    });
  });

  it('nobody signed in is sent to sign in, and back', async () => {
    const { ask } = await desk();
    expect(await ask('/signalements/samps/sociale', { cell: 'sociale', userName: '' })).toMatchObject({
      status: 302,
      location: '/connexion?retour=%2Fsignalements%2Fsamps%2Fsociale',
    });
    expect((await ask(api, { cell: 'sociale', userName: '' })).status).toBe(401);
  });
});

describe('REFLEX-18, REFLEX-19: the pages of a cell', () => {
  it('the list says why and since when, not who; the sheet says who, where and how to get in', async () => {
    const { ask, revealed } = await desk();
    const list = await ask('/signalements/samps/sociale', { cell: 'sociale' });
    expect(list.text).toContain('Seul·e &amp; sans visite');
    expect(list.text).toContain('15/07/2026 à 23:00');
    expect(list.text).toContain(`href="/signalements/samps/sociale/${social}"`);
    expect(list.text).not.toContain('LEFÈVRE');
    expect(revealed).toEqual([]);
    const sheet = await ask(`/signalements/samps/sociale/${social}`, { cell: 'sociale', id: social });
    for (const shown of [
      'Mme LEFÈVRE Odette',
      '12 rue de l’Ourcq, 75019 Paris',
      '45B12',
      '+33142000000',
      '11/02/1938',
      'Paul &lt;neveu&gt;',
      '<dd>24</dd>',
    ])
      expect(sheet.text).toContain(shown);
    expect(revealed).toEqual(['r1']);
  });

  it('is taken, then closed with an outcome, by forms that come back to a page', async () => {
    const { ask, world, clock } = await desk();
    const path = `/signalements/samps/sociale/${social}`;
    const post = (body: string) => ask(path, { cell: 'sociale', id: social, method: 'POST', body });
    expect(await post('action=acknowledge')).toMatchObject({ status: 303, location: path });
    expect((await ask(path, { cell: 'sociale', id: social })).text).toContain('par ana');
    expect((await ask('/signalements/samps/sociale', { cell: 'sociale' })).text).toContain('Pris en charge par ana');
    clock.now = minute(60);
    expect(await post('action=close&outcome=PERDU')).toMatchObject({
      status: 400,
      text: expect.stringContaining('AIDE_APPORTEE (Aide apportée)'),
    });
    expect(await post('action=close&outcome=AIDE_APPORTEE')).toMatchObject({
      status: 303,
      location: '/signalements/samps/sociale',
    });
    expect((await ask('/signalements/samps/sociale', { cell: 'sociale' })).text).toContain('Aucun signalement ouvert');
    const sheet = await ask(path, { cell: 'sociale', id: social });
    expect(sheet.text).toContain('Aide apportée');
    expect(sheet.text).not.toContain('<form method="post" action="/signalements');
    const told = world.journal
      .all()
      .flatMap((entry) => (entry.kind === 'referral' && entry.cell === 'sociale' ? [entry.change] : []));
    expect(told.slice(2)).toEqual([
      { type: 'acknowledged', by: 'ana' },
      { type: 'closed', by: 'ana', outcome: 'AIDE_APPORTEE' },
    ]);
  });

  it('REFLEX-21: many are taken at once from the list; those a colleague took stay theirs', async () => {
    const { ask, world } = await desk();
    const path = '/signalements/samps/recherches';
    const groups = 'samps:cell:recherches';
    const post = (body: string, userName: string) =>
      ask(path, { cell: 'recherches', groups, method: 'POST', body, userName });
    const [a, b] = ['c_1_r8_recherches_', 'c_1_r9_recherches_'];
    expect((await ask(path, { cell: 'recherches', groups })).text).toContain(`name="referral" value="${a}"`);
    expect(await post(`referral=${b}`, 'bob')).toMatchObject({ status: 303, location: path });
    expect((await post(`referral=${a}&referral=${b}`, 'ana')).status).toBe(303);
    const page = (await ask(path, { cell: 'recherches', groups })).text;
    expect([page.includes('Pris en charge par ana'), page.includes('Pris en charge par bob')]).toEqual([true, true]);
    expect(page).not.toContain('type="checkbox"');
    const taken = world.journal.all().filter((one) => one.kind === 'referral' && one.change.type === 'acknowledged');
    expect(taken).toHaveLength(2);
    expect(await post('', 'ana')).toMatchObject({ status: 400, text: expect.stringContaining('cochez') });
    expect((await post('referral=x', 'ana')).status).toBe(404);
  });

  it('as data: closing says an outcome, an unknown action is named', async () => {
    const { ask } = await desk();
    const act = (action: string, body: string) =>
      ask(`${api}/${social}/${action}`, { cell: 'sociale', id: social, action, method: 'POST', body });
    expect((await act('open', '{}')).text).toContain('valeurs acceptées : acknowledge, close');
    expect((await act('close', '{}')).status).toBe(400);
    expect((await act('close', 'x')).status).toBe(400);
    expect(JSON.parse((await act('close', '{"outcome":"SANS_SUITE"}')).text)).toMatchObject({
      state: 'closed',
      closed: { by: 'ana' },
    });
  });

  it('REFLEX-21: those who search see the most at risk first', async () => {
    const { ask } = await desk();
    const { text } = await ask('/api/samps/cells/recherches/referrals', {
      cell: 'recherches',
      groups: 'samps:cell:recherches',
    });
    const list: { referrals: { subject: string; riskRank: number }[] } = JSON.parse(text);
    expect(list.referrals.map(({ subject, riskRank }) => [subject, riskRank])).toEqual([
      ['r9', 2],
      ['r8', 9],
    ]);
  });

  it('someone who was erased since has no name any more, and the referral stays', async () => {
    const { ask } = await desk();
    const id = 'c_1_r8_recherches_';
    const { status, text } = await ask(`/signalements/samps/recherches/${id}`, {
      cell: 'recherches',
      id,
      groups: 'samps:cell:recherches',
    });
    expect([status, text.includes('effacée du registre')]).toEqual([200, true]);
  });

  it('the member of one cell goes straight to it; a supervisor sees what nobody took, and of nobody', async () => {
    const { ask } = await desk();
    expect(await ask('/signalements')).toMatchObject({ status: 302, location: '/signalements/samps/sociale' });
    const { text } = await ask('/signalements', { groups: 'samps:supervisor' });
    expect(text).toContain('Cellule recherches');
    expect(text).not.toContain('href="/signalements/');
    expect(text).not.toContain('Seul·e');
    expect((await ask('/signalements', { groups: 'samps:agent' })).text).toContain('membre d’aucune cellule');
  });
});

describe('REFLEX-19: the clock', () => {
  it('tells at each tick of its programme what is due at the present instant', async () => {
    const { world, clock, parts } = await desk();
    const handler = referralClockHandler(parts);
    const tick = { schedule: 'referral-tick', programme: 'samps', scheduledTime: minute(9) };
    const before = world.told.length;
    clock.now = minute(9);
    await handler(tick, context);
    expect(world.told).toHaveLength(before);
    clock.now = minute(10);
    await handler(tick, context);
    expect(world.told.slice(before)).toMatchObject([{ cell: 'sanitaire', contact: 'sanitaire-garde' }]);
  });

  it('refuses a tick of another kind or programme, naming what is accepted', async () => {
    const { parts } = await desk();
    const handler = referralClockHandler(parts);
    await expect(handler({ schedule: 'callback-tick' }, context)).rejects.toThrow('accepted: referral-tick');
    await expect(handler({ schedule: 'referral-tick', programme: 'x' }, context)).rejects.toThrow('accepted: samps');
  });
});
