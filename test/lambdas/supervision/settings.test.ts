import { describe, expect, it } from 'vitest';
import type { SettingAnswer, ShownSetting } from '../../../contracts/settings.ts';
import type { NamedContact } from '../../../domain/contact/named-contact.ts';
import type { Content } from '../../../domain/content/content.ts';
import { type CancellableVersions, type ContentVersion, counts } from '../../../domain/content/content-versions.ts';
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

class MemoryVersions implements CancellableVersions {
  readonly kept = new Map<string, ContentVersion[]>();
  async versions(programme: string, kind: string) {
    return this.kept.get(`${programme} ${kind}`)?.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)) ?? [];
  }
  async add(programme: string, kind: string, version: ContentVersion) {
    this.kept.set(`${programme} ${kind}`, [...(this.kept.get(`${programme} ${kind}`) ?? []), version]);
    return true;
  }
  async cancel(programme: string, kind: string, version: ContentVersion) {
    const kept = this.kept.get(`${programme} ${kind}`) ?? [];
    const others = kept.filter(({ hash, validFrom }) => hash !== version.hash || validFrom !== version.validFrom);
    this.kept.set(`${programme} ${kind}`, [...others, version]);
    return true;
  }
}

const named: readonly NamedContact[] = [
  { name: 'Hélène Wamytan', role: 'Cheffe du SAMPS', email: 'helene.wamytan@province-sud.example', side: 'client' },
  { name: 'Noémie Kaloi', role: 'Responsable', email: 'noemie.kaloi@permanence.example', side: 'house' },
];

async function centre() {
  const versions = new MemoryVersions();
  await seedContent(samps, '2025-03-01T00:00:00.000Z', { versions, hash }, named);
  const registered: string[] = [];
  const contacts = { register: async (addresses: readonly string[]) => void registered.push(...addresses) };
  const content: Content = {
    async inForce(programme, kind, at) {
      const version = (await versions.versions(programme, kind)).findLast((one) => one.validFrom <= at && counts(one));
      return version === undefined
        ? new MemoryContent().inForce(programme, kind)
        : new MemoryContent({ [kind]: version.value }).inForce(programme, kind);
    },
  };
  const handler = settingsHandler(async () => ({
    ports: () => ({ content, versions, hash, contacts }),
    programmes,
    now: () => now,
  }));
  const send = async (method: string, setting: string | undefined, body: unknown, groups: string, routeKey = '') => {
    const event = {
      routeKey,
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
  const cancel = async (code: string, seen: string | undefined, groups = 'samps:supervisor') => {
    const routeKey = 'POST /api/{programme}/reglages/{setting}/annulation';
    return await send('POST', code, { seen, reason: 'Report du comité' }, groups, routeKey);
  };
  return { send, list, shown, change, cancel, content, registered };
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

  it('one that is planned is taken back before its day, and stays in the history with who did and why', async () => {
    const { change, cancel, shown, content } = await centre();
    const validFrom = '2025-08-01T00:00:00.000Z';
    await change('objectives', { answerRate: 0.85 }, { validFrom });
    const seen = (await shown('objectives'))?.seen;
    expect((await cancel('objectives', seen, 'samps:client')).status).toBe(403);
    expect((await cancel('objectives', 'another')).body.faults[0]).toContain('changé entre-temps');
    const taken = await cancel('objectives', seen);
    expect(taken.body).toMatchObject({ accepted: true, validFrom: '1970-01-01T00:00:00.000Z' });
    expect((await cancel('objectives', seen)).body).toEqual(taken.body);
    expect(await content.inForce('samps', 'objectives', validFrom)).toEqual({ answerRate: 0.8 });
    const [last] = (await shown('objectives'))?.history ?? [];
    const cancelled = { by: 'superviseur', at: now, reason: 'Report du comité' };
    expect(last).toMatchObject({ validFrom, cancelled, changes: [{ before: '0.8', after: '0.85' }] });
    expect(await change('objectives', { answerRate: 0.9 })).toMatchObject({ accepted: true });
    expect((await cancel('objectives', (await shown('objectives'))?.seen)).body.faults[0]).toContain(
      'ne s’annule plus',
    );
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
    ['callbackPolicy', { maxAttempts: 3, minimumGapMinutes: 60, deadlineOpenDays: 1, owedFirst: 'oui' }, 'owedFirst'],
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
    expect(await list('samps:client')).toHaveLength(8);
    expect((await send('POST', 'objectives', {}, 'samps:client')).status).toBe(403);
    expect((await send('GET', undefined, undefined, 'samps:agent')).status).toBe(403);
  });
});

describe('SAMPS-41: two named contacts at least, one of each party', () => {
  it('are those of the deployment until a supervisor names others, who are made ready to be told', async () => {
    const { change, content, registered, shown } = await centre();
    expect((await shown('contacts'))?.value).toEqual(named);
    const next = named.map((one) => (one.side === 'house' ? { ...one, email: ' Yann.Kaloi@permanence.example' } : one));
    expect(await change('contacts', next)).toMatchObject({ accepted: true });
    const addresses = ['helene.wamytan@province-sud.example', 'yann.kaloi@permanence.example'];
    expect((await content.inForce('samps', 'contacts', now)).map(({ email }) => email)).toEqual(addresses);
    expect(registered).toEqual(addresses);
    const [last] = (await shown('contacts'))?.history ?? [];
    expect(last?.changes).toEqual([
      { place: '1.email', before: 'noemie.kaloi@permanence.example', after: 'yann.kaloi@permanence.example' },
    ]);
  });

  it.each([
    [
      [],
      '« contacts » vaut "0 personne(s)" ; valeur acceptée : au moins deux personnes ; il manque une personne du client',
    ],
    [named.slice(0, 1), 'il manque une personne du centre'],
    [named.map((one) => ({ ...one, email: 'helene.wamytan' })), 'une adresse telle que prenom.nom@exemple.nc'],
    [named.map((one) => ({ ...one, email: 'a@b.nc' })), 'chaque adresse une seule fois'],
    [named.map((one) => ({ ...one, name: ' ' })), '« contacts[0].name » vaut " " ; valeur acceptée : un texte'],
  ])('refuses others: %#', async (value, fault) => {
    const { change, registered } = await centre();
    expect(faultsOf(await change('contacts', value)).join('\n')).toContain(fault);
    expect(registered).toEqual([]);
  });
});

describe('COMMON-44: the rules of alerts', () => {
  const rules = samps.watchRules ?? [];
  it('are changed with what is before and after, and none is lost', async () => {
    const { change, shown } = await centre();
    const calmer = rules.map((one) => (one.code === 'waiting' ? { ...one, above: 12, told: [] } : one));
    expect(await change('watchRules', calmer)).toMatchObject({ accepted: true });
    const places = (await shown('watchRules'))?.history[0]?.changes.map(({ place }) => place);
    expect(places).toEqual(['waiting.above', 'waiting.told.0']);
    expect(faultsOf(await change('watchRules', calmer.slice(1))).join()).toContain('chacune de closing-rate, waiting');
  });

  it('never end where they begin', async () => {
    const { change } = await centre();
    const flapping = rules.map((one) => (one.code === 'waiting' ? { ...one, until: 6 } : one));
    expect(faultsOf(await change('watchRules', flapping)).join()).toContain(
      '« waiting.until » vaut 6 ; valeur acceptée',
    );
  });
});
