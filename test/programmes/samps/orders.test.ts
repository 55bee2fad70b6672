import { describe, expect, it } from 'vitest';
import { checkAttemptPolicy, checkAttemptWindow } from '../../../domain/attempt/check-attempt-policy.ts';
import { samps } from '../../../programmes/samps/programme.ts';

const { campaignTypes = [], scripts = [], renewals = [], ...rest } = samps.outbound ?? {};
const schemes = samps.schemes.map(({ code }) => code);

describe('SAMPS-29: the démarchage of the programme is data', () => {
  it.each(campaignTypes)('$label: a policy that can be kept within two open days', ({ policy }) => {
    expect(checkAttemptPolicy(policy)).toEqual([]);
    const window = { from: '2025-07-03T20:30:00.000Z', until: '2025-07-07T05:00:00.000Z' };
    expect(checkAttemptWindow(policy, samps.calendar, window, window.from)).toEqual([]);
  });

  it.each(campaignTypes)('SAMPS-34: $label: calls in the opening hours only', ({ policy }) => {
    const [{ hours = {} } = {}] = samps.calendar.weeks;
    const [opening] = hours['1'] ?? [];
    expect(policy.callingWindow).toEqual({ from: opening?.opens, to: opening?.closes });
    expect([policy.dayParts[0]?.from, policy.dayParts.at(-1)?.to]).toEqual([opening?.opens, opening?.closes]);
  });

  it.each(campaignTypes)(
    'SAMPS-31: $label: a script that there is, a queue that there is, words of at most 15 s',
    (type) => {
      const script = scripts.find(({ id }) => id === type.script);
      expect(script?.points).toHaveLength(3);
      expect(new Set(script?.outcomes.map(({ code }) => code)).size).toBe(script?.outcomes.length);
      expect(schemes).toContain(type.scheme);
      for (const words of Object.values(type.texts)) expect(words.length / 14).toBeLessThanOrEqual(15);
    },
  );

  it('SAMPS-30, SAMPS-33: for the three aids, each with its rule of renewal', () => {
    expect(campaignTypes.map(({ code }) => code)).toEqual(['renouvellement', 'incomplet']);
    expect(renewals.map(({ scheme }) => scheme)).toEqual(schemes.slice(0, -1));
  });

  it('has no questionnaire and refers nobody: nothing of them is deployed', () => {
    expect(rest).toEqual({ questionnaires: [] });
  });
});
