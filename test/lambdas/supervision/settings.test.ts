import { describe, expect, it } from 'vitest';
import type { SettingAnswer, ShownSetting } from '../../../contracts/settings.ts';
import type { Content } from '../../../domain/content/content.ts';
import type { ContentVersion, ContentVersions } from '../../../domain/content/content-versions.ts';
import { seedContent } from '../../../domain/content/seed-content.ts';
import type { ApiEvent } from '../../../lambdas/middleware/http.ts';
import { settingsHandler } from '../../../lambdas/settings/handler.ts';
import { programmes } from '../../../programmes/index.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { sha256 } from '../../domain/report/journal-fixture.ts';
import { context } from '../../support/calls/events.ts';
import { MemoryContent } from '../../support/calls/memory-ports.ts';

const now = '2025-07-03T22:00:00.000Z';
const hash = (value: unknown) => sha256(JSON.stringify(value));

class MemoryVersions implements ContentVersions {
  readonly kept = new Map<string, ContentVersion[]>();
  async versions(programme: string, kind: string) {
    return this.kept.get(`${programme} ${kind}`)?.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)) ?? [];
  }
  async add(programme: string, kind: string, version: ContentVersion) {
    this.kept.set(`${programme} ${kind}`, [...(this.kept.get(`${programme} ${kind}`) ?? []), version]);
    return true;
  }
}

async function centre() {
  const versions = new MemoryVersions();
  await seedContent(samps, '2025-03-01T00:00:00.000Z', { versions, hash });
  const content: Content = {
    async inForce(programme, kind, at) {
      const version = (await versions.versions(programme, kind)).findLast(({ validFrom }) => validFrom <= at);
      return version === undefined
        ? new MemoryContent().inForce(programme, kind)
        : new MemoryContent({ [kind]: version.value }).inForce(programme, kind);
    },
  };
  const handler = settingsHandler(async () => ({
    ports: () => ({ content, versions, hash }),
    programmes,
    now: () => now,
  }));
  const send = async (method: string, setting: string | undefined, body: unknown, groups: string) => {
    const event = {
      body: JSON.stringify(body),
      pathParameters: { programme: 'samps', ...(setting === undefined ? {} : { setting }) },
      requestContext: { http: { method }, authorizer: { lambda: { groups, userName: 'superviseur' } } },
    };
    const { statusCode, body: text } = await handler(event as unknown as ApiEvent, context);
    return { status: statusCode, body: JSON.parse(text ?? '{}') };
  };
  const list = async (groups = 'samps:supervisor'): Promise<readonly ShownSetting[]> =>
    (await send('GET', undefined, undefined, groups)).body.settings;
  const shown = async (code: string) => (await list()).find((one) => one.code === code);
  const change = async (code: string, value: unknown, more: object = {}): Promise<SettingAnswer> => {
    const seen = (await shown(code))?.seen;
    return (await send('POST', code, { value, seen, reason: 'Demande du SAMPS', ...more }, 'samps:supervisor')).body;
  };
  return { send, list, shown, change, content };
}

const faultsOf = (answer: SettingAnswer) => (answer.accepted ? [] : answer.faults);

describe('SAMPS-40: settings that change while the centre runs', () => {
  it('a change of the welcome message is in its history with before and after, its author and their reason', async () => {
    const { change, shown, content } = await centre();
    const welcome = 'Bonjour. Vous êtes bien au service des aides sociales.';
    expect(await change('texts', { ...samps.texts, welcome })).toMatchObject({ accepted: true, validFrom: now });
    expect((await content.inForce('samps', 'texts', now)).welcome).toBe(welcome);
    const [last] = (await shown('texts'))?.history ?? [];
    expect(last).toMatchObject({ origin: 'edit', by: 'superviseur', at: now, reason: 'Demande du SAMPS' });
    expect(last?.changes).toEqual([{ place: 'welcome', before: samps.texts?.welcome, after: welcome }]);
  });

  it('holds from its date on, and what is before it stays', async () => {
    const { change, content } = await centre();
    const validFrom = '2025-08-01T00:00:00.000Z';
    await change('objectives', { answerRate: 0.85 }, { validFrom });
    expect(await content.inForce('samps', 'objectives', now)).toEqual({ answerRate: 0.8 });
    expect(await content.inForce('samps', 'objectives', validFrom)).toEqual({ answerRate: 0.85 });
    expect(faultsOf(await change('objectives', { answerRate: 0.9 }))).toEqual([
      expect.stringContaining('Un changement vaut déjà à partir du 2025-08-01'),
    ]);
    expect(faultsOf(await change('objectives', { answerRate: 0.9 }, { validFrom: '2025-07-01T00:00:00Z' }))).toEqual([
      expect.stringContaining('maintenant ou plus tard'),
    ]);
  });

  it('sent twice it is one; of two supervisors the second is told what the first did', async () => {
    const { change, shown } = await centre();
    const seen = (await shown('objectives'))?.seen;
    const first = await change('objectives', { answerRate: 0.85 }, { seen });
    expect(await change('objectives', { answerRate: 0.85 }, { seen })).toEqual(first);
    expect(faultsOf(await change('objectives', { answerRate: 0.9 }, { seen }))).toEqual([
      'Ce réglage a été changé entre-temps par superviseur. Rechargez la page, puis refaites votre changement.',
    ]);
    expect((await shown('objectives'))?.history).toHaveLength(2);
  });

  it('SAMPS-19: a motive is added or renamed, and none that calls were filed under is lost', async () => {
    const { change, content, shown } = await centre();
    const motives = [...(samps.motives ?? []), { code: 'CHANGEMENT_ADRESSE', label: 'Changement d’adresse' }];
    expect(await change('motives', motives)).toMatchObject({ accepted: true });
    expect((await content.inForce('samps', 'motives', now)).at(-1)?.label).toBe('Changement d’adresse');
    expect((await shown('motives'))?.history[0]?.changes.map(({ place }) => place)).toEqual([
      'CHANGEMENT_ADRESSE.code',
      'CHANGEMENT_ADRESSE.label',
    ]);
    expect(faultsOf(await change('motives', motives.slice(1)))).toEqual([
      expect.stringContaining('FORMULAIRE_EN_LIGNE'),
    ]);
  });

  it('SAMPS-07 SAMPS-09: hours and exceptional days from tomorrow on; other days stay', async () => {
    const { change, content } = await centre();
    const hours = { from: '2025-08-04', weekdays: { '5': [{ opens: '07:30', closes: '15:00' }] } };
    expect(await change('hours', hours)).toMatchObject({ accepted: true });
    const { weeks } = await content.inForce('samps', 'calendar', now);
    expect(weeks.map(({ from }) => from)).toEqual(['2025-03-01', '2025-08-04']);
    expect(weeks.at(-1)?.hours['4']).toEqual([{ opens: '07:30', closes: '16:00' }]);
    const closed = [{ day: '2025-12-24', label: 'Veille de Noël', hours: [] }];
    expect(await change('exceptions', closed, { validFrom: '2025-07-03T22:00:01.000Z' })).toMatchObject({
      accepted: true,
    });
    const after = await content.inForce('samps', 'calendar', '2025-07-04T00:00:00.000Z');
    expect(after.exceptions).toEqual(closed);
    expect(after.weeks).toEqual(weeks);
  });

  it.each([
    ['texts', { ...samps.texts, welcome: 'mot '.repeat(60) }, '« welcome » vaut "18 s"'],
    ['texts', { ...samps.texts, closedHours: 'Fermé, voir {lien}.' }, 'valeur acceptée : {hours}, {opening}.'],
    ['texts', { ...samps.texts, welcome: '<break/>' }, 'sans <, > ni &'],
    ['objectives', { answerRate: 80 }, 'un nombre de 0 à 1'],
    ['callbackPolicy', { maxAttempts: 0, minimumGapMinutes: 60, deadlineOpenDays: 1 }, 'au moins 1'],
    ['hours', { from: '2025-07-07', weekdays: { '1': [{ opens: '16:00', closes: '07:30' }] } }, 'l’ouverture avant la'],
    ['hours', { from: '2025-07-04', weekdays: { '1': [] } }, 'du 2025-07-05 au 2025-12-31'],
    ['exceptions', [{ day: '2025-02-30', label: 'Rien', hours: [] }], 'un jour AAAA-MM-JJ'],
    ['motives', [{ code: 'é', label: '' }], 'lettres majuscules sans accent'],
  ])('refuses %s %j, saying what is accepted; nothing is written', async (code, value, said) => {
    const { change, shown } = await centre();
    const answer = await change(code, value);
    expect(faultsOf(answer).join('\n')).toContain(said);
    expect((await shown(code))?.history).toHaveLength(1);
  });

  it('a change without a reason, or of a setting that is not one, is refused', async () => {
    const { change, send } = await centre();
    expect(faultsOf(await change('objectives', { answerRate: 0.9 }, { reason: ' ' }))).toHaveLength(1);
    expect((await send('POST', 'schemes', {}, 'samps:supervisor')).status).toBe(404);
  });

  it('COMMON-18: the client reads them, and only a supervisor changes them', async () => {
    const { list, send } = await centre();
    expect(await list('samps:client')).toHaveLength(6);
    expect((await send('POST', 'objectives', {}, 'samps:client')).status).toBe(403);
    expect((await send('GET', undefined, undefined, 'samps:agent')).status).toBe(403);
  });
});
