import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { cycleFacts } from '../../../domain/cycle-report/cycle-facts.ts';
import { cycleList } from '../../../domain/forecast/campaign-forecast.ts';
import { planList } from '../../../domain/forecast/list-plan.ts';
import { observedList } from '../../../domain/forecast/observed-list.ts';
import type { RegisterLine } from '../../../domain/recipient/register.ts';
import { campaignForecastHandler } from '../../../lambdas/campaign-forecast/handler.ts';
import { reflex } from '../../../programmes/reflex/programme.ts';
import { activated, attempt, closed, cycle, loaded, paris } from '../../domain/cycle-report/cycle-fixture.ts';
import { MemoryContent, MemoryJournal } from '../../support/calls/memory-ports.ts';
import { apiEvent, context } from '../report/api-event.ts';

const campaignTypes = reflex.outbound?.campaignTypes ?? [];
const campaign: Campaign = {
  id: cycle.campaign,
  type: 'canicule',
  drill: false,
  state: 'active',
  level: 3,
  activatedAt: paris(6, '09:00'),
  activatedBy: 'eve',
  cycles: [
    {
      n: 1,
      from: paris(6, '09:00'),
      until: paris(8, '09:00'),
      renewsAt: paris(8, '09:00'),
      firstCallBy: paris(6, '13:00'),
      state: 'ready',
      size: 4,
      callable: 3,
      shards: 1,
    },
  ],
  version: 1,
};
const line = (id: number, change: Partial<RegisterLine> = {}): RegisterLine => ({
  recipientId: `r${id}`,
  numberKeys: ['k'],
  channel: 'voice',
  ageBand: '85-89',
  sector: '75013',
  riskRank: id,
  ...change,
});

function forecasts(now = paris(7, '09:00')) {
  const journal = new MemoryJournal();
  const register = {
    async *inForce() {
      yield* [
        line(1),
        line(2),
        line(3, { numberKeys: [] }),
        line(4, { channel: 'other' }),
        line(5, { deceased: true }),
      ];
      yield line(6, { absentUntil: paris(9, '09:00') });
    },
  };
  const content = new MemoryContent({ calendar: reflex.calendar, campaignTypes });
  const handler = campaignForecastHandler(async () => ({
    ports: { journal, register, content, campaigns: { campaigns: async () => [campaign] } },
    programmes: { reflex },
    concurrentCalls: 80,
    now: () => now,
  }));
  const ask = async (
    pathParameters: Record<string, string>,
    query: Record<string, string>,
    { groups = 'reflex:supervisor', userName = 'eve' } = {},
  ) => {
    const event = apiEvent('/api/x', {
      groups,
      userName,
      query,
      pathParameters: { programme: 'reflex', ...pathParameters },
    });
    const { statusCode, body = '' } = await handler(event, context);
    return { status: statusCode, answer: JSON.parse(body) };
  };
  const show = async (query: Record<string, string>, { groups = 'reflex:client', userName = 'eve' } = {}) => {
    const path = '/campagnes/reflex/previsions';
    const event = apiEvent(path, { groups, userName, query, pathParameters: { programme: 'reflex' } });
    const { statusCode, body = '', headers } = await handler(event, context);
    return { status: statusCode, text: body.replace(/[\u00a0\u202f]/g, ' '), location: headers?.['location'] };
  };
  return { ask, show, journal };
}

/** Four people: reached, not answering, refusing, and one that nobody may call. */
const entries = [
  activated,
  ...[1, 2, 3].map((id) => loaded(`r${id}`)),
  loaded('r4', { reason: 'no-number' }),
  attempt('r1', 1, paris(6, '09:05'), 'complete'),
  closed('r1', paris(6, '09:12'), 'useful'),
  attempt('r2', 1, paris(6, '09:06'), 'no-answer'),
  attempt('r2', 2, paris(6, '14:06'), 'busy', { counts: false }),
  attempt('r3', 1, paris(6, '09:07'), 'refused'),
  closed('r3', paris(6, '09:10'), 'refused'),
];

describe('REFLEX-31: feasibility before launch', () => {
  const list = { personnes: '10500', depart: '2026-07-06T07:00:00Z' };

  it('20 agents for 10 500 people: infeasible, how many are missing; 55: feasible', async () => {
    const { ask } = forecasts();
    const few = await ask({ crisis: 'canicule' }, { ...list, conseillers: '20' });
    expect(few).toMatchObject({ status: 200, answer: { verdict: 'infaisable', loaded: 10_500, callable: 10_500 } });
    const text = [...few.answer.lines, ...few.answer.changes].join(' ').replace(/[\u00a0\u202f]/g, ' ');
    expect(text).toContain('= 340 heures de travail, pour 925 nécessaires');
    expect(text).toMatch(/3[2-5] conseillers de plus \(5[2-5] en tout\)/);
    expect(few.answer.expected.mean).toBeLessThan(0.35 * 10_500);
    expect((await ask({ crisis: 'canicule' }, { ...list, conseillers: '55' })).answer).toMatchObject({
      verdict: 'faisable',
      changes: [],
    });
  });

  it('REFLEX-31: another call that a conversation promises is work of the cycle too', () => {
    const [type] = campaignTypes;
    const known = type?.forecast;
    if (type === undefined || known === undefined) throw new Error('reflex has no forecast');
    const means = { from: list.depart, loaded: 1_000, callable: 1_000, agents: 20, concurrentCalls: 80 };
    const hours = (promisedCalls: { share: number; seconds: number } | undefined) => {
      const { promisedCalls: _, ...forecast } = known;
      const counted = promisedCalls === undefined ? forecast : { ...forecast, promisedCalls };
      return planList(cycleList(type, counted, reflex.calendar, means)).end.agentHours;
    };
    const all = hours({ share: 1, seconds: 330 });
    // Twenty agents have time for either, and each of some 680 useful contacts takes twice as long.
    expect(all - hours(undefined)).toBeCloseTo((680 * 330) / 3600, -1);
    expect(hours({ share: 0.5, seconds: 330 })).toBeLessThan(all);
  });

  it('counts the people of the register when none are given', async () => {
    const { ask } = forecasts();
    const { answer } = await ask({ crisis: 'canicule' }, { conseillers: '5' });
    expect(answer).toMatchObject({ loaded: 6, callable: 2, verdict: 'infaisable' });
  });

  it('says which lines are missing', async () => {
    const { ask } = forecasts();
    const { answer } = await ask({ crisis: 'canicule' }, { ...list, conseillers: '55', lignes: '10' });
    expect(answer.changes[0]).toMatch(/appels simultanés de plus à demander à AWS/);
  });

  it.each([
    [{}, 400, 'un nombre de conseillers'],
    [{ conseillers: '-3' }, 400, 'un nombre entier'],
    [{ conseillers: '5', depart: 'demain' }, 400, 'un instant UTC'],
    [{ conseillers: '5', personnes: '10', joignables: '11' }, 400, 'au plus autant'],
  ])('refuses %o, saying what is accepted', async (query, status, words) => {
    const { ask } = forecasts();
    const refused = await ask({ crisis: 'canicule' }, query);
    expect([refused.status, refused.answer.error.includes(words)]).toEqual([status, true]);
  });

  it('is for supervisors and the client, of a crisis that exists', async () => {
    const { ask } = forecasts();
    const query = { ...list, conseillers: '55' };
    expect((await ask({ crisis: 'canicule' }, query, { groups: 'reflex:agent' })).status).toBe(403);
    expect((await ask({ crisis: 'canicule' }, query, { groups: 'reflex:client' })).status).toBe(200);
    expect(await ask({ crisis: 'crue' }, query)).toMatchObject({
      status: 404,
      answer: { error: expect.stringContaining('canicule') },
    });
  });
});

describe('REFLEX-17: a cycle followed live', () => {
  it('reads from the journal attempts that count, useful contacts and who may still be called', () => {
    const facts = cycleFacts(entries, cycle);
    if (facts === undefined) throw new Error('no cycle');
    expect(observedList(facts, paris(7, '09:00'))).toMatchObject({
      attempts: [3, 0, 0, 0],
      useful: [1, 0, 0, 0],
      open: [0, 1, 0, 0],
    });
    expect(observedList(facts, paris(6, '09:08'))).toMatchObject({ useful: [0, 0, 0, 0] });
  });

  it('at T+24 h tells reached, expected and the forecast at 48 h with its interval', async () => {
    const { ask, journal } = forecasts();
    await journal.append(entries);
    const { status, answer } = await ask({ campaign: cycle.campaign }, { conseillers: '1' });
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      cycle: 1,
      loaded: 4,
      callable: 3,
      hours: 24,
      usefulShare: 0.25,
      objective: 0.65,
      isLate: true,
    });
    expect(answer.expectedShare).toBeGreaterThan(0.4);
    expect(answer.forecast.mean).toBeGreaterThan(1);
    expect(answer.forecast.high).toBeLessThanOrEqual(2);
  });

  it('of a campaign that nobody knows, or before anybody is loaded: says so', async () => {
    const { ask } = forecasts();
    expect(await ask({ campaign: 'x' }, { conseillers: '1' })).toMatchObject({
      status: 404,
      answer: { error: expect.stringContaining(cycle.campaign) },
    });
    expect((await ask({ campaign: cycle.campaign }, { conseillers: '1' })).answer.error).toContain(
      'n’a encore personne',
    );
  });
});

describe('REFLEX-17, REFLEX-31: the page of forecasts', () => {
  it('first asks how many agents there are', async () => {
    const { show } = forecasts();
    const { status, text } = await show({});
    expect([status, text.includes('name="conseillers"'), text.includes('Avant de lancer')]).toEqual([200, true, false]);
    expect(text).toContain('value="80"');
  });

  it('shows reached, expected and forecast of what runs, and whether it could be done', async () => {
    const { show, journal } = forecasts();
    await journal.append(entries);
    const { text } = await show({ conseillers: '1' });
    expect(text).toContain('<dt>Contacts utiles atteints</dt><dd>25 %</dd>');
    expect(text).toMatch(/<dt>Attendus à cette heure<\/dt><dd>\d\d,\d %<\/dd>/);
    expect(text).toMatch(/<dt>Prévision à l’échéance \(95 %\)<\/dt><dd>[\d,]+ %, entre [\d,]+ % et [\d,]+ %<\/dd>/);
    expect(text).toContain('L’objectif n’est plus attendu');
    expect(text).toContain('Campagne infaisable avec les moyens prévus.');
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text.match(/<label for="/g)).toHaveLength(text.match(/<input /g)?.length ?? 0);
  });

  it('is for supervisors and the client; nobody signed in is sent to sign in', async () => {
    const { show } = forecasts();
    expect((await show({}, { groups: 'reflex:agent' })).status).toBe(403);
    expect((await show({ conseillers: 'x' })).status).toBe(400);
    expect(await show({ conseillers: '5' }, { userName: '' })).toMatchObject({
      status: 302,
      location: '/connexion?retour=%2Fcampagnes%2Freflex%2Fprevisions%3Fconseillers%3D5',
    });
  });
});
