import { describe, expect, test } from 'vitest';
import { openIntervals } from '../../../domain/calendar/opening.ts';
import { isCalled } from '../../../domain/programme/programme.ts';
import { centres, programmes } from '../../../programmes/index.ts';
import { sampsCentre } from '../../../programmes/samps/centre.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { flowTexts, texts } from '../../../programmes/samps/texts.ts';

const filled = (text: string): string =>
  text
    .replaceAll('{hours}', 'du lundi au vendredi, de 7 heures 30 à 16 heures')
    .replaceAll('{opening}', 'jeudi 25 septembre à 7 heures 30')
    .replaceAll('{label}', 'Fête de la citoyenneté')
    .replaceAll('{position}', '12')
    .replaceAll('{wait}', '14 minutes');

describe('samps programme', () => {
  test('is found by its name, with what it needs in Connect', () => {
    expect(programmes['samps']).toBe(samps);
    expect(Object.keys(centres)).toEqual(Object.keys(programmes).filter((name) => isCalled(programmes[name] ?? samps)));
  });

  test('SAMPS-01: three aids and what is none of them, one key and one queue each', () => {
    expect(samps.schemes.map(({ code }) => code)).toEqual([
      'AIDE_MEDICALE',
      'MINIMUM_VIEILLESSE',
      'BOURSES',
      'NON_QUALIFIE',
    ]);
    expect(samps.schemes.map(({ key }) => key)).toEqual(['1', '2', '3', '0']);
    expect(samps.schemes.map(({ queue }) => queue)).toEqual(sampsCentre.queues.map(({ name }) => name));
  });

  test('SAMPS-07, SAMPS-08: Monday to Friday from 07:30 to 16:00 in one go, the 208 open days and 1 768 hours of the tender', () => {
    let days = 0;
    let hours = 0;
    for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2026, 1, 1); at += 86_400_000) {
      const spans = openIntervals(samps.calendar, new Date(at).toISOString().slice(0, 10));
      days += spans.length > 0 ? 1 : 0;
      for (const { from, to } of spans) hours += (Date.parse(to) - Date.parse(from)) / 3_600_000;
    }
    expect({ days, hours }).toEqual({ days: 208, hours: 1768 });
  });

  test('A-07: Saturday 1 March is closed, the first open day is Monday 3 March', () => {
    expect(openIntervals(samps.calendar, '2025-03-01')).toEqual([]);
    expect(openIntervals(samps.calendar, '2025-03-03')).toEqual([
      { from: '2025-03-02T20:30:00.000Z', to: '2025-03-03T05:00:00.000Z' },
    ]);
  });

  test('SAMPS-12 to SAMPS-18: the seven reasons to call, and an open one (SAMPS-19)', () => {
    const codes = samps.motives.map(({ code }) => code);
    expect(codes).toHaveLength(8);
    expect(new Set(codes).size).toBe(8);
    expect(codes.at(-1)).toBe('AUTRE');
  });

  test('SAMPS-04, A-03: three attempts, an hour apart, until the end of the next open day', () => {
    expect(samps.callbackPolicy).toEqual({
      maxAttempts: 3,
      minimumGapMinutes: 60,
      deadlineOpenDays: 1,
      ringSeconds: 30,
      callingWindow: { from: '07:30', to: '20:00' },
    });
  });
});

describe('SAMPS-43: what handlers say', () => {
  const closed = ['closedHours', 'closedHoliday', 'closedException', 'beforePeriod', 'afterPeriod'] as const;
  const said = [
    ...Object.values(texts).map(filled),
    ...closed.map((key) => `${filled(texts[key])} ${texts.webAddress}`),
    ...Object.values(flowTexts),
  ];

  test('takes at most 15 s once filled, the closed messages with the web address', () => {
    expect(said.filter((text) => text.length / 14 > 15)).toEqual([]);
  });

  test('leaves no placeholder, and is plain text for speech', () => {
    expect(said.filter((text) => /[{}’«»\u00a0\u202f]/.test(text))).toEqual([]);
  });

  test('SAMPS-10: every closed message but the last says the hours', () => {
    for (const key of closed.slice(0, 4)) expect(texts[key]).toContain('{hours}');
  });

  test('what flows say of the hours without any handler is what the calendar says', () => {
    const days = Object.entries(samps.calendar.weeks[0]?.hours ?? {});
    expect(days.map(([day]) => day)).toEqual(['1', '2', '3', '4', '5']);
    for (const [, spans] of days) expect(spans).toEqual([{ opens: '07:30', closes: '16:00' }]);
    for (const text of [flowTexts.closedFallback, flowTexts.callAgain])
      expect(text).toContain('du lundi au vendredi, de 7 heures 30 à 16 heures');
  });
});

describe('samps centre', () => {
  test('the agents of the demonstration serve every queue, under names that Connect accepts', () => {
    expect(sampsCentre.demoAgents).toHaveLength(7);
    const profiles = new Map(sampsCentre.routingProfiles.map((profile) => [profile.name, profile]));
    const security = new Set(sampsCentre.securityProfiles.map(({ name }) => name));
    for (const agent of sampsCentre.demoAgents) {
      expect(agent.userName).toMatch(/^[a-z0-9._@-]{1,100}$/);
      expect(profiles.get(agent.routingProfile)?.queues.map(({ name }) => name)).toEqual(
        sampsCentre.queues.map(({ name }) => name),
      );
      expect(agent.securityProfiles.filter((name) => !security.has(name))).toEqual([]);
    }
    expect(new Set(sampsCentre.demoAgents.map(({ userName }) => userName)).size).toBe(7);
  });

  test('statuses beside « Disponible » are Pause, Déjeuner and Formation', () => {
    expect(sampsCentre.agentStatuses.map(({ name }) => name)).toEqual(['Pause', 'Déjeuner', 'Formation']);
  });
});
