import { describe, expect, it } from 'vitest';
import { metrics } from '../../../contracts/metrics.ts';
import { placedOrder } from '../../../lambdas/campaign-control/placed-order.ts';
import { HttpError } from '../../../lambdas/middleware/http.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { MemoryContent } from '../../support/calls/memory-ports.ts';
import { MemoryCampaigns, MemoryPeopleRegister } from '../../support/campaigns/memory-campaigns.ts';

const form = {
  type: 'renouvellement',
  name: 'Renouvellements de juillet',
  lists: ['a'],
  deadline: '2025-07-10',
  setBy: 'Hélène Wamytan, cheffe du SAMPS',
};

function place(people: number, body: unknown = form, agents = 7) {
  const register = new MemoryPeopleRegister();
  for (let index = 0; index < people; index += 1) {
    register.lines.push({
      ...{ recipientId: `r${index}`, numberKeys: [`n${index}`], channel: 'voice', ageBand: '0-59', sector: '98800' },
      ...{ riskRank: 0, subjects: [{ scheme: 'BOURSES', kind: 'renewal', list: 'a' }] },
    });
  }
  const campaigns = new MemoryCampaigns();
  const campaignTypes = (samps.outbound?.campaignTypes ?? []).map((type) => ({
    ...type,
    ...(type.ordered && { ordered: { ...type.ordered, agents } }),
  }));
  const counted: unknown[] = [];
  const woken: unknown[] = [];
  const answer = placedOrder(
    body,
    { programme: 'samps', at: '2025-07-03T20:30:00.000Z', by: 'superviseur' },
    {
      ports: { campaigns, register, content: new MemoryContent({ campaignTypes }) },
      wakes: { wake: async (...wake) => void woken.push(wake) },
      count: (...count) => void counted.push(count),
    },
  );
  return { answer, counted, woken, campaigns };
}

describe('SAMPS-32: placing an order', () => {
  it('says that it will be done in time, and has the dispatcher load it', async () => {
    const { answer, counted, woken } = place(60);
    expect(await answer).toMatchObject({ result: 'placed', order: { people: 60, late: false } });
    expect(await answer).not.toHaveProperty('warning');
    expect(counted).toEqual([]);
    expect(woken).toEqual([['samps', 'tick', 0]]);
  });

  it('600 people in 5 open days with too few agents: « retard prévu » at once, in the answer and for the alarm', async () => {
    const { answer, counted } = place(600, form, 5);
    expect(await answer).toMatchObject({ result: 'placed', order: { late: true } });
    expect(Reflect.get(Object(await answer), 'warning')).toMatch(/^Retard prévu/);
    expect(counted).toEqual([[metrics.ordersLate, 1, 'samps']]);
  });

  it.each([
    [{ ...form, lists: [] }, 400, 'lists'],
    [{ ...form, deadline: 'demain' }, 400, 'deadline'],
    [{ ...form, name: '' }, 400, 'name'],
    [{ ...form, setBy: undefined }, 400, 'setBy'],
    [{ ...form, type: 'canicule' }, 409, 'renouvellement, incomplet'],
    [{ ...form, deadline: '2025-07-01' }, 409, 'à venir'],
    [{ ...form, lists: ['b'] }, 409, 'imports validés'],
    ['rien', 400, 'type'],
  ])('%j is refused with %i, naming %s', async (body, status, named) => {
    const { answer, campaigns } = place(3, body);
    const error: unknown = await answer.catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({ status });
    expect(String(error)).toContain(named);
    expect(campaigns.kept.size).toBe(0);
  });
});
