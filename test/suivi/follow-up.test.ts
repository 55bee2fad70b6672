import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookTexts } from '../../adapters/workbook/workbook-texts.ts';
import { sessionCookie } from '../../contracts/routes.ts';
import type { CallLine } from '../../domain/follow-up/call-list.ts';
import type { FollowUpEntry } from '../../domain/follow-up/follow-up-entry.ts';
import type { HistoryLine } from '../../domain/follow-up/person-history.ts';
import type { JournalEntry } from '../../domain/journal/entry.ts';
import { ofKind } from '../../domain/journal/of-kind.ts';
import { wholeJournal } from '../../simulation/read-centre.ts';
import type { FollowedPerson } from '../../simulation/suivi/followed-person.ts';
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
  let known: { readonly person: FollowedPerson; readonly ids: readonly string[] } | undefined;

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
      {
        method,
        path: new URL(`/api/suivi/suivi/${plain}`, 'http://centre').pathname,
        query,
        headers,
        body: body === undefined ? Buffer.from('') : sent,
      },
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

  it('ARS-37, ARS-39, ARS-41: orders of the client, refused when they make no sense', async () => {
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
    await days.cloud.kernel.runUntil(days.cloud.kernel.now() + 360_000);
    expect((await ask('superviseur', 'listes/soir.csv')).json).toMatchObject({
      state: 'done',
      rows: 1,
      included: 1,
      afterFreeze: true,
    });
    await ask('superviseur', 'listes?nom=soir.csv', list);
    await days.cloud.kernel.runUntil(days.cloud.kernel.now() + 360_000);
    expect((await ask('superviseur', 'listes/soir.csv')).json).toMatchObject({ included: 0, alreadyFollowed: [2] });
    expect((await ask('superviseur', 'listes?nom=../x', list)).status).toBe(400);
  });

  it('COMMON-15: somebody is told all that is kept of them, and nobody else may ask', async () => {
    const { person, recipientId } = await oneWhoAnswered();
    const path = `personnes/${recipientId}/donnees`;
    const { status, json } = await askRights('superviseur', path);
    expect(status).toBe(200);
    const { kept } = json as { kept: Readonly<Record<string, readonly unknown[]>> };
    for (const data of ['link', 'message', 'questionnaire', 'follow-up', 'register', 'profile']) {
      expect(kept[data]?.length, data).toBeGreaterThan(0);
    }
    expect(JSON.stringify(kept)).toContain(person.lastName);
    expect((await askRights('alice.arnaud', path)).status).toBe(403);
    expect((await askRights('superviseur', 'personnes/personne/donnees')).status).toBe(404);
    expect((await askRights('superviseur', 'conservation')).json).toMatchObject({ contractEnds: expect.any(String) });
  });

  it('COMMON-14: one action forgets them everywhere: a scan of all that is kept finds neither name nor number nor birth date', async () => {
    const { person, recipientId } = await oneWhoAnswered();
    const before = await wholeJournal(days.cloud);
    const { status, json } = await askRights('superviseur', `personnes/${recipientId}/effacement`, {});
    expect(status, JSON.stringify(json)).toBe(200);
    const kept = await everythingKept();
    const canaries = [person.lastName, ...person.phones.map(({ number }) => number.slice(-9)), person.birthDate];
    for (const canary of canaries) {
      expect(
        kept.filter(({ text }) => text.includes(canary)).map(({ where }) => where),
        canary,
      ).toEqual([]);
    }
    // Nothing under their id either, but facts that say nothing of them, what they said about SMS, and that they were forgotten.
    const left = kept.filter(({ text }) => text.includes(recipientId));
    const tables = new Set(left.map(({ where }) => where.replace(/^.*-Data-|Table.*$/g, '')));
    expect([...tables].sort()).toEqual(['Journal', 'Messages', 'Retention']);
    const ofMessages = left.filter(({ where }) => where.includes('Messages'));
    expect(ofMessages.every(({ text }) => text.includes('#consent#'))).toBe(true);
    // What was counted stays as it was; what is new is that the follow-up ended, at their demand.
    const after = new Map((await wholeJournal(days.cloud)).map((item) => [`${item['day']} ${item['entry']}`, item]));
    for (const item of before) {
      const key = `${item['day']} ${item['entry']}`;
      expect(after.get(key)).toEqual(item);
      after.delete(key);
    }
    const told = [...after.values()].map(
      ({ kind, change }) => `${kind} ${/"type":"(.*?)"/.exec(JSON.stringify(change))?.[1]}`,
    );
    expect(told.sort()).toEqual(['consent undefined', 'follow-up abandoned', 'follow-up ended', 'retention forgotten']);
    expect((await ask('superviseur', `personnes/${recipientId}`)).status).toBe(404);
    expect((await askRights('superviseur', `personnes/${recipientId}/effacement`, {})).status).toBe(200);
  });

  it('COMMON-13: a night ends with its certificate, and takes away nothing that is not over', async () => {
    const counted = async () => (await everythingKept()).filter(({ where }) => where.includes('FollowUps')).length;
    const before = await counted();
    const event = { schedule: 'retention-tick', programme: 'suivi', scheduledTime: new Date().toISOString() };
    const run = await days.cloud.invoke('permanence-suivi-demo-retention-clock', event, 'night/1');
    expect(run).toMatchObject({ ok: true });
    const certificates = (await wholeJournal(days.cloud)).filter(
      ({ kind, change }) => kind === 'retention' && JSON.stringify(change).includes('"purged"'),
    );
    expect(certificates.length).toBeGreaterThanOrEqual(9);
    expect(certificates.every(({ change }) => JSON.stringify(change).includes('"forgotten":0'))).toBe(true);
    expect(await counted()).toBe(before);
  });

  /** The first of the list who answered by web: they have a link, a message, answers. */
  async function oneWhoAnswered() {
    const done = followUps.find(({ change }) => change.type === 'done' && change.channel === 'web');
    const recipientId = done?.subject ?? '';
    const search = await Promise.all(
      days.people.map(async (person) => ({
        person,
        ids: (
          (
            await askRights('superviseur', 'personnes/recherche', {
              nom: person.lastName,
              prenom: person.firstName,
              naissance: person.birthDate,
            })
          ).json as { personnes: readonly { personne: string }[] }
        ).personnes.map(({ personne }) => personne),
      })),
    );
    const found = search.find(({ ids }) => ids.includes(recipientId)) ?? known;
    if (found === undefined) {
      throw new Error('nobody of the list answered by web');
    }
    known = found;
    return { person: found.person, recipientId };
  }

  async function askRights(user: string, path: string, body?: unknown) {
    return await ask(user, `../${path}`, body);
  }

  /** Every item of every table and every file of every bucket, as text; workbooks cell by cell. */
  async function everythingKept(): Promise<readonly { readonly where: string; readonly text: string }[]> {
    const { cloud } = days;
    const kept: { where: string; text: string }[] = [];
    for (const { type, ref } of cloud.resources) {
      if (type === 'AWS::DynamoDB::Table') {
        const items = await cloud.storage.readAll(ref);
        kept.push(...items.map((item) => ({ where: ref, text: JSON.stringify(item) })));
      } else if (type === 'AWS::S3::Bucket') {
        for (const { key } of await cloud.storage.listObjects(ref, '')) {
          const bytes = (await cloud.storage.getObject(ref, key)) ?? new Uint8Array();
          const text = key.endsWith('.xlsx') ? (await workbookTexts(bytes)).join(' ') : Buffer.from(bytes).toString();
          kept.push({ where: `${ref}/${key}`, text });
        }
      }
    }
    return kept;
  }
});
