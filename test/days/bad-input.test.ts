import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Centre, openCentre } from '../../simulation/open-centre.ts';
import { programmeWorld } from '../../simulation/programme-world.ts';
import { forgedRecord, putRecord } from '../../simulation/proofs/contact-records.ts';
import { ScriptedPeople } from '../../simulation/proofs/scripted-people.ts';
import { runStart } from '../../simulation/proofs/start-process.ts';
import { wholeJournal } from '../../simulation/read-centre.ts';
import { openWorkbook, table } from '../../simulation/read-workbook.ts';
import { assembly, scratch } from '../support/assembly.ts';
import { freePorts } from '../support/free-port.ts';

const minute = 60_000;
const day = { seed: 1, date: '2025-07-07', days: 1, agents: 0, volume: 0, concurrency: 4 };
type Item = Readonly<Record<string, unknown>>;

describe('bad input to the whole centre', () => {
  let centre: Centre;
  let journal: Item[];
  let opening: number;
  let foreign = '';

  beforeAll(async () => {
    centre = await openCentre({ ...day, world: programmeWorld('samps'), assembly: assembly(), state: scratch('bad') });
    const { cloud } = centre;
    const { kernel } = cloud;
    opening = Date.parse(centre.days[0]?.open?.from ?? '');
    await kernel.runUntil(opening + 10 * minute);
    const people = new ScriptedPeople(centre);
    const gives = (prompt: string) =>
      /Tapez votre numéro/.test(prompt) ? '#' : /scolaires, tapez/.test(prompt) ? '3' : undefined;
    people.call('caller/withheld', { answer: gives, hangUpAfterSeconds: 120 });
    people.call('caller/unknown', { number: '+687759999', answer: gives, hangUpAfterSeconds: 120 });

    const record = forgedRecord(cloud, { name: 'once', number: '+687758888', at: kernel.now() });
    const corrected = { ...record, LastUpdateTimestamp: new Date(kernel.now() + 5 * minute).toISOString() };
    const other = forgedRecord(cloud, { name: 'after the torn one', number: '+687757777', at: kernel.now() });
    const instanceArn = cloud.connect.instance.arn.replace(/[0-9a-f]{12}$/, '000000000000');
    const ofAnother = forgedRecord(cloud, { name: 'foreign', number: '+687756666', at: kernel.now(), instanceArn });
    for (const put of [corrected, record, record, JSON.stringify(record).slice(0, 200), ofAnother, other])
      putRecord(cloud, put);
    foreign = String(ofAnother['ContactId']);
    await kernel.runUntil(opening + 90 * minute);
    journal = await wholeJournal(cloud);
  }, 60_000);
  afterAll(() => centre.cloud.stop());

  const of = (kind: string) => journal.filter((item) => item['kind'] === kind);

  it('files a record once, whatever its repetitions and order, and those around a torn one', () => {
    const filed = new Set(of('contact').flatMap(({ contactId, queue }) => (queue === undefined ? [] : [contactId])));
    // Two forged, two who rang.
    expect(filed.size).toBe(4);
    const requests = of('callback').filter(({ change }) => JSON.stringify(change).includes('"requested"'));
    expect(new Set(requests.map(({ numberKey }) => numberKey)).size).toBe(3);
    expect(requests).toHaveLength(3);
  });

  it('keeps a torn record for a person to look at, and nothing else', () => {
    const { context, resources } = centre.cloud;
    const queues = resources.filter(({ type }) => type === 'AWS::SQS::Queue');
    const letters = queues.flatMap(({ ref }) => context.queues.messages(context.queues.arnOf(ref)));
    expect(letters.map(({ body }) => body)).toEqual([expect.stringContaining('RetryAttemptsExhausted')]);
  });

  it('refuses a record of another instance', () => {
    expect(foreign).not.toBe('');
    expect(JSON.stringify(journal)).not.toContain(foreign);
  });

  it('serves a caller who hides the number and one never seen, and owes the second a call', () => {
    const rang = of('contact').filter(({ initiation, queue }) => initiation === 'INBOUND' && queue !== undefined);
    expect(rang.filter(({ numberKey }) => numberKey === undefined)).toHaveLength(1);
  });

  it('SAMPS-35: reports zeros for a day without calls', async () => {
    const outcome = await report('2025-07-03');
    expect(outcome).toMatchObject({ ok: true, payload: { issued: [{ period: '2025-07-03' }] } });
    const key = JSON.stringify(outcome).match(/samps\/quotidien[^"]+/)?.[0] ?? '';
    const bytes = await fileNamed(key);
    const summary = table(await openWorkbook(bytes), 'Synthèse', 'Dispositif');
    expect(summary.number('Total', 'Appels reçus')).toBe(0);
  });

  it.each([
    ['2025-07-08', /2025-07-08/],
    ['2025-07-06', /2025-07-06/],
    ['hier', /hier.*2025-07-04/],
  ])('SAMPS-35: refuses a report of %s, naming it', async (period, said) => {
    const outcome = await report(period);
    expect(outcome.ok).toBe(false);
    expect(outcome.ok ? '' : outcome.errorMessage).toMatch(said);
  });

  it.each([0, 2])(
    'says which port is busy and how to choose another, and exits with 1 (port + %i)',
    async (offset) => {
      const port = await freePorts(5);
      const taken = createServer();
      await new Promise<void>((resolve) => taken.listen(port + offset, '127.0.0.1', resolve));
      const { exitCode, output } = await runStart({
        ...day,
        agents: 1,
        assembly: assembly(),
        state: scratch('port'),
        port,
      });
      taken.close();
      expect(exitCode).toBe(1);
      expect(output).toContain(`port ${port + offset} is already in use`);
      expect(output).toContain('--port');
      expect(output).not.toContain('    at ');
    },
    30_000,
  );

  it.each([
    [{ date: '2031-07-04' }, '--date: "2031-07-04" is outside the calendar of samps; give a day from 2025-03-01 to'],
    [{ state: import.meta.filename }, `--state: "${import.meta.filename}" is no folder to write in`],
    [{ assembly: '/nowhere' }, '/nowhere/manifest.json does not exist; accepted is a folder'],
  ])(
    'ends with one sentence, and with 1, when started with %j',
    async (wrong, said) => {
      const right = { ...day, agents: 1, assembly: assembly(), state: scratch('options'), port: 1 };
      const { exitCode, output } = await runStart({ ...right, ...wrong });
      expect(exitCode).toBe(1);
      expect(output).toContain(said);
      expect(output.trim().split('\n')).toHaveLength(1);
    },
    30_000,
  );

  function report(period: string) {
    const scheduledTime = new Date(opening + 90 * minute).toISOString();
    const order = { schedule: 'daily-report', programme: 'samps', scheduledTime, period };
    return centre.cloud.invoke('permanence-samps-demo-daily-report', order, `report ${period}`);
  }

  async function fileNamed(key: string): Promise<Uint8Array> {
    const buckets = centre.cloud.resources.filter(({ type }) => type === 'AWS::S3::Bucket');
    for (const { ref } of buckets) {
      const bytes = await centre.cloud.storage.getObject(ref, key);
      if (bytes !== undefined) return bytes;
    }
    throw new Error(`no bucket holds "${key}"`);
  }
});
