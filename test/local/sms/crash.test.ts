import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalCloudOptions } from '../../../local/index.ts';
import { stateFolder } from '../resources/small-assembly.ts';
import { calls, callsOf, mobile, openSms, play, receipts, type SmsCloud, text } from './sms-world.ts';

const opened: SmsCloud[] = [];
async function world(options: Partial<LocalCloudOptions> = {}): Promise<SmsCloud> {
  const sms = await openSms(options);
  opened.push(sms);
  return sms;
}
afterEach(async () => {
  for (const { cloud } of opened.splice(0)) await cloud.stop();
});

/** As if the process had been killed before the invocation came to be logged. */
function forgetInvocations(state: string): void {
  const file = join(state, 'invocations.log');
  const [first = ''] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, `${first}\n`);
}

describe('COMMON-33: what left stays sent, whatever becomes of the caller', () => {
  it('plays a logged message again once', async () => {
    const state = stateFolder();
    const before = await world({ state });
    const answer = await callsOf(before, 'k', text());
    await play(before, 60);
    await before.cloud.stop();
    const after = await world({ state });
    expect(await callsOf(after, 'k', text())).toEqual(answer);
    await play(after, 60);
    expect(after.sms.inbox(mobile)).toEqual(before.sms.inbox(mobile));
    expect(after.sms.inbox(mobile)).toHaveLength(1);
  });

  it('delivers the message of an invocation cut short, and a second one when it asks again', async () => {
    const state = stateFolder();
    const killed = await world({ state });
    await callsOf(killed, 'k', text());
    await killed.cloud.stop();
    forgetInvocations(state);
    const careful = await world({ state });
    await play(careful, 60);
    expect(careful.sms.inbox(mobile)).toHaveLength(1);
    await careful.cloud.stop();
    forgetInvocations(state);
    const careless = await world({ state });
    await callsOf(careless, 'k', text());
    await play(careless, 60);
    expect(careless.sms.inbox(mobile)).toHaveLength(2);
  });

  it('may answer an error for a message that is on its way', async () => {
    const sms = await world();
    sms.sms.afterAccepting = () => 'fail';
    expect(await calls(sms, text())).toMatchObject([{ refused: 'InternalServerException' }]);
    await play(sms, 60);
    expect(sms.sms.inbox(mobile)).toHaveLength(1);
  });
});

describe('COMMON-30: what becomes of a message', () => {
  it('does not hang on its words, which may hold an address of this very run', async () => {
    const [here, there] = [await world(), await world()];
    const context = { m: 'survey-j2-p1' };
    const [first] = await callsOf(here, 'k', text({ MessageBody: 'http://localhost:1111/s/x', Context: context }));
    const [second] = await callsOf(there, 'k', text({ MessageBody: 'http://localhost:2222/s/x', Context: context }));
    expect(second).toEqual(first);
    const twice = await callsOf(here, 'again', text(), text(), text({ MessageBody: 'Autre' }));
    expect(new Set(twice.map((one) => JSON.stringify(one))).size).toBe(3);
  });
});

describe('COMMON-35: an unfriendly carrier', () => {
  it('loses, doubles, delays and disorders receipts, the same in every run of a seed', async () => {
    const unfriendly = { lose: 0.3, duplicate: 0.3, reorder: 0.3 };
    const run = async () => {
      const sms = await world({ unfriendly });
      const all = Array.from({ length: 20 }, (_, n) => text({ MessageBody: `n° ${n}`, Context: { n: String(n) } }));
      await callsOf(sms, 'k', ...all);
      await play(sms, 80 * 3600);
      return receipts(sms).map(({ context, eventType, eventTimestamp }) => ({ context, eventType, eventTimestamp }));
    };
    const got = await run();
    expect(await run()).toEqual(got);
    const types = got.map(({ eventType }) => eventType);
    expect(new Set(types)).toEqual(
      new Set(['TEXT_SENT', 'TEXT_DELIVERED', 'TEXT_CARRIER_UNREACHABLE', 'TEXT_UNKNOWN']),
    );
    const sent = got.filter(({ eventType }) => eventType === 'TEXT_SENT').map(({ context }) => JSON.stringify(context));
    expect(new Set(sent).size).toBeLessThan(20);
    expect(sent.length).toBeGreaterThan(new Set(sent).size);
    expect(types.lastIndexOf('TEXT_SENT')).toBeGreaterThan(types.indexOf('TEXT_DELIVERED'));
  });
});
