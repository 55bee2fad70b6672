import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '../../contracts/routes.ts';
import type { CallLine } from '../../domain/follow-up/call-list.ts';
import type { FollowUpEntry } from '../../domain/follow-up/follow-up-entry.ts';
import type { HistoryLine } from '../../domain/follow-up/person-history.ts';
import type { JournalEntry } from '../../domain/journal/entry.ts';
import { ofKind } from '../../domain/journal/of-kind.ts';
import { wholeJournal } from '../../simulation/read-centre.ts';
import { openSuivi, type SuiviDays } from '../../simulation/suivi/open-suivi.ts';
import { scratch } from '../support/assembly.ts';
import { suiviAssembly } from '../support/suivi-assembly.ts';

/** A Monday through what is deployed: a list dropped, SMS, pages, calls from one o'clock on, the journal. */
const monday = '2026-10-05';
const people = 10;

describe('a day of follow-up of the deployment', () => {
  let days: SuiviDays;
  let journal: readonly JournalEntry[];
  let followUps: readonly FollowUpEntry[];
  let requests = 0;

  beforeAll(async () => {
    days = await openSuivi({
      assembly: suiviAssembly(),
      state: scratch('suivi'),
      seed: 3,
      people,
      days: 1,
      agents: 4,
      date: monday,
      concurrency: 1,
      inProcess: {},
    });
    await days.cloud.kernel.runUntil(Date.parse(`${monday}T12:30:00.000Z`));
    journal = (await wholeJournal(days.cloud)) as unknown as readonly JournalEntry[];
    followUps = ofKind(journal, 'follow-up');
  }, 240_000);
  afterAll(() => days.cloud.stop());

  async function ask(
    user: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; type: string; text: string; json: unknown }> {
    requests += 1;
    const { http } = days.cloud;
    const [plain = '', query = ''] = path.split('?', 2);
    const headers = { 'content-type': 'application/json', cookie: `${sessionCookie}=${http.idToken(user)}` };
    const method = body === undefined ? 'GET' : 'POST';
    const sent = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body ?? ''));
    const answer = await http.request(
      { method, path: `/api/suivi/suivi/${plain}`, query, headers, body: body === undefined ? Buffer.from('') : sent },
      `asks/${requests}`,
    );
    const text = answer.body.toString('utf8');
    const type = answer.headers['content-type'] ?? '';
    return {
      status: answer.status,
      type,
      text,
      json: type.startsWith('application/json') ? JSON.parse(text) : undefined,
    };
  }

  it('ARS-36, ARS-14: the list of the day is taken in, everybody once', () => {
    expect(followUps.filter(({ change }) => change.type === 'included')).toHaveLength(people);
    expect(days.cloud.connect.flowErrors).toEqual([]);
  });

  it('ARS-01, ARS-09: everybody has an SMS of the moment, and nobody is rung before', () => {
    const moments = followUps.filter(({ change }) => change.type === 'moment-due');
    expect(moments.length).toBeGreaterThanOrEqual(people);
    const messages = ofKind(journal, 'message').filter(({ purpose }) => purpose === 'survey');
    for (const { recipientId, campaign, startedAt } of ofKind(journal, 'attempt').filter(({ n }) => n > 0)) {
      const before = messages.find(({ subject, occasion, change }) => {
        const at = 'sentAt' in change ? change.sentAt : change.at;
        return subject === recipientId && occasion === campaign && at !== undefined && at < startedAt;
      });
      expect(before, `${recipientId} ${campaign}`).toBeDefined();
    }
  });

  it('ARS-06: who answers by web is not called; who does not is called, and passes the same questionnaire', () => {
    const done = followUps.filter(({ change }) => change.type === 'done');
    const by = (channel: string) => done.filter(({ change }) => change.type === 'done' && change.channel === channel);
    expect(by('web').length).toBeGreaterThan(0);
    expect(by('call').length).toBeGreaterThan(0);
    const complete = ofKind(journal, 'questionnaire').filter(({ state }) => state === 'complete');
    for (const { subject, moment } of done) {
      const records = new Set(
        complete
          .filter((one) => one.subject === subject && one.campaign === moment)
          .map(({ questionnaireId }) => questionnaireId),
      );
      expect(records.size, `${subject} ${moment}`).toBe(1);
    }
    expect(followUps.filter(({ change }) => change.type === 'call-due').length).toBeGreaterThan(0);
  });

  it('ARS-05: the list of the day says whom to call and which call', async () => {
    const { status, json } = await ask('superviseur', `appels?jour=${monday}`);
    expect(status).toBe(200);
    const { appels } = json as { appels: readonly CallLine[] };
    const due = followUps.filter(({ change }) => change.type === 'call-due');
    expect(appels.map(({ recipientId }) => recipientId).sort()).toEqual(due.map(({ subject }) => subject).sort());
    expect(appels.every(({ callType }) => callType === '1er contact')).toBe(true);
  });

  it('ARS-04: a person in order, for those who work with them', async () => {
    const done = followUps.find(({ change }) => change.type === 'done' && change.channel === 'call');
    const { status, json } = await ask('superviseur', `personnes/${done?.subject}`);
    expect(status).toBe(200);
    const types = (json as { history: readonly HistoryLine[] }).history.map(({ type }) => type);
    expect(types.indexOf('message')).toBeGreaterThan(types.indexOf('included'));
    expect(types.indexOf('attempt')).toBeGreaterThan(types.indexOf('message'));
    expect(types).toContain('answers');
    expect((await ask('sabine.esteve', `personnes/${done?.subject}`)).status).toBe(403);
    expect((await ask('superviseur', 'personnes/personne')).status).toBe(404);
  });

  it('ARS-14: results as text and as a workbook', async () => {
    const text = await ask('sabine.esteve', `resultats?du=${monday}&au=${monday}`);
    expect(text.type).toContain('text/csv');
    expect(text.text.split('\r\n').length).toBeGreaterThan(people);
    const workbook = await ask('sabine.esteve', `resultats?du=${monday}&au=${monday}&format=xlsx`);
    expect(workbook.text.slice(0, 2)).toBe('PK');
    expect((await ask('sabine.esteve', 'resultats?du=2026-01-01&au=2026-10-06')).status).toBe(400);
  });

  it('ARS-37, -39, -41: orders of the client, refused when they make no sense', async () => {
    expect((await ask('sabine.esteve', 'volumes', { appelsParJour: 4500 })).json).toMatchObject({
      callsPerDay: 4500,
      checklist: [{ needed: 58 }, {}, {}],
    });
    expect((await ask('sabine.esteve', 'priorites', { ordre: ['j9', 'j4', 'j2', 'j7', 'j7bis'] })).status).toBe(200);
    expect((await ask('sabine.esteve', 'priorites', { ordre: ['j2'] })).status).toBe(400);
    expect(
      (
        await ask('sabine.esteve', 'horaires', {
          aPartirDu: '2026-10-08',
          jours: { '7': [{ ouvre: '10:00', ferme: '18:00' }] },
        })
      ).status,
    ).toBe(200);
    expect((await ask('sabine.esteve', 'horaires', { aPartirDu: 'demain' })).status).toBe(400);
    expect((await ask('alice.arnaud', 'volumes', { appelsParJour: 4500 })).status).toBe(403);
  });

  it('a list by the API is the same as a dropped one: nobody is followed twice', async () => {
    const list = 'Nom;Prénom;Téléphone;Statut;Début d’isolement\nDURAND;Zoé;06 98 76 54 32;malade;05/10/2026\n';
    const first = await ask('superviseur', 'listes?nom=soir.csv', list);
    expect(first).toMatchObject({ status: 200, json: { list: 'soir.csv', state: 'waiting' } });
    await days.cloud.kernel.runUntil(days.cloud.kernel.now() + 120_000);
    expect((await ask('superviseur', 'listes/soir.csv')).json).toMatchObject({
      state: 'done',
      rows: 1,
      included: 1,
      afterFreeze: true,
    });
    await ask('superviseur', 'listes?nom=soir.csv', list);
    await days.cloud.kernel.runUntil(days.cloud.kernel.now() + 120_000);
    expect((await ask('superviseur', 'listes/soir.csv')).json).toMatchObject({ included: 0, alreadyFollowed: [2] });
    expect((await ask('superviseur', 'listes?nom=../x', list)).status).toBe(400);
  });
});
