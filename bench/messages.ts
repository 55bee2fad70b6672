/**
 * Messages of 100 000 people (or the count given): planned in the hours that are not quiet, then, for the first 2 000 (second argument), sent at 20 a
 * second, delivered, and a twentieth without a receipt. Real adapters on the engine of the local cloud and its meter. Prints processor
 * seconds, write units and requests a message, and what a write for each of four steps would have been.
 */

import { createHmac, randomUUID } from 'node:crypto';
import { dynamoConsents } from '../adapters/dynamo-consents.ts';
import { dynamoJournal } from '../adapters/dynamo-journal.ts';
import { dynamoMessages } from '../adapters/dynamo-messages.ts';
import type { ContentOf } from '../domain/content/content.ts';
import { dispatchMessages } from '../domain/message/dispatch-messages.ts';
import type { MessageOrder } from '../domain/message/message-order.ts';
import { noteReceipt } from '../domain/message/note-receipt.ts';
import { planMessages } from '../domain/message/plan-messages.ts';
import type { TextMessage } from '../domain/message/text-sender.ts';
import { suivi } from '../programmes/suivi/programme.ts';
import { openBenchTables } from './bench-tables.ts';

const count = Number(process.argv[2] ?? 100_000);
const sent = Math.min(count, Number(process.argv[3] ?? 2000));
const start = Date.parse('2026-11-20T07:00:00.000Z');
const iso = (at: number) => new Date(at).toISOString();

const { storage, client, close } = await openBenchTables(iso(start), ['messages', 'journal']);
/** Units and requests so far, as the local cloud's meter counts them: exact for writes, items of batches counted one by one. */
async function used() {
  const rows = await storage.meter();
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    units: sum(({ writeUnits }) => writeUnits),
    journal: sum(({ table, writeUnits }) => (table === 'journal' ? writeUnits : 0)),
    requests: sum(({ requests }) => requests),
  };
}

const { messages: content } = suivi;
if (content === undefined) {
  throw new Error('the programme writes to nobody');
}
const inForce = { ...content, calendar: suivi.calendar };
const ports = {
  messages: dynamoMessages(client, 'messages'),
  journal: dynamoJournal(client, 'journal'),
  consents: dynamoConsents(client, 'messages'),
  content: {
    inForce: async <K extends keyof ContentOf>(_programme: string, kind: K) =>
      (inForce as Partial<ContentOf>)[kind] as ContentOf[K],
  },
  profiles: {
    reveal: async (_programme: string, ids: readonly string[]) =>
      new Map(ids.map((id) => [id, { profile: profileOf(id), corrections: [] }] as const)),
  },
  numberKeyOf: async (e164: string) => createHmac('sha256', 'bench').update(e164).digest('base64url').slice(0, 22),
  linkOf: async (_programme: string, subject: string) => `https://suivi.exemple/s/${subject.slice(0, 22)}`,
  sender: {
    send: async (_programme: string, message: TextMessage) => {
      accepted.push(message);
      return { type: 'accepted' } as const;
    },
  },
};
const accepted: TextMessage[] = [];

const orders: MessageOrder[] = Array.from({ length: count }, () => {
  const subject = randomUUID();
  return {
    id: `survey-j2-${subject}`,
    ...{ programme: 'suivi', subject, template: 'suivi-j2', fields: {}, purpose: 'survey', occasion: 'j2' },
    link: { purpose: 'survey', occasion: 'j2', expiresAt: iso(start + 4 * 86_400_000) },
    at: iso(start),
    notAfter: iso(start + 10 * 3_600_000),
  };
});
const processor = (): number => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;

/** Runs and prints what it took, a message. */
async function measured(name: string, messages: number, run: () => Promise<void>): Promise<number> {
  const before = await used();
  const from = processor();
  await run();
  const after = await used();
  const units = after.units - before.units;
  const line = [
    name.padEnd(30),
    `${(units / messages).toFixed(2)} write units a message (journal ${((after.journal - before.journal) / messages).toFixed(2)})`,
    `${((after.requests - before.requests) / messages).toFixed(2)} requests`,
    `${(processor() - from).toFixed(1)} s of processor, engine included`,
  ];
  console.log(line.join('  '));
  return units / messages;
}

const apart = orders.slice(0, sent);
let total = await measured(`plan ${count - sent}`, Math.max(1, count - sent), () =>
  planMessages(
    orders.slice(sent).map((order) => ({ ...order, at: iso(start + 86_400_000), notAfter: iso(start + 90_000_000) })),
    ports,
  ),
);
total = await measured(`plan ${sent}`, sent, () => planMessages(apart, ports));
total += await measured(`send ${sent}, 20 a second`, sent, async () => {
  let chain: number | undefined;
  for (let at = start; at < start + 3_600_000 && accepted.length < sent; at += 1000) {
    const run = { programme: 'suivi', at: iso(at), perSecond: 20, ...(chain === undefined ? {} : { chain }) };
    chain = (await dispatchMessages(run, ports)).again;
  }
});
total += await measured('receipts, all but a twentieth', sent, async () => {
  for (const [index, { context }] of accepted.entries()) {
    if (index % 20 !== 0) {
      const receipt = {
        result: 'delivered',
        at: iso(start + 5000),
        providerId: randomUUID(),
        parts: 1,
        price: 0.0742,
      } as const;
      await noteReceipt({ context, receipt }, iso(start + 6000), ports);
    }
  }
});
total += await measured('settle a quarter of an hour on', sent, async () => {
  for (let at = start + 16 * 60_000, left = true; left; at += 60_000) {
    await dispatchMessages({ programme: 'suivi', at: iso(at), perSecond: 20 }, ports);
    left = (await ports.messages.settling('suivi', iso(at), 1)).length > 0;
  }
});
console.log(
  `${'a message in all'.padEnd(30)}${total.toFixed(2)} write units; a write for each of plan, claim, receipt and journal entry would be 4`,
);
await close();

function profileOf(id: string) {
  const digits = (Number.parseInt(id.slice(0, 8), 16) % 1_000_000).toString().padStart(6, '0');
  return {
    lastName: 'MARTIN',
    firstName: 'Camille',
    phones: [{ e164: `+33612${digits}`, kind: 'mobile' as const }],
    reasons: [],
    impairments: [],
  };
}
