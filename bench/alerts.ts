/**
 * A message of a centre to 1 000 members (or the count given) of 2 000: scheduled, chosen, handed over, sent at 20 a second, delivered, and settled; then a
 * second one, whose links by which members stop are open already. Real adapters on the engine of the local cloud and its meter, index writes counted. Prints write
 * units and requests a message.
 */

import { createHmac } from 'node:crypto';
import { contentHash } from '../adapters/content-hash.ts';
import { dynamoAlertDates } from '../adapters/dynamo-alert-dates.ts';
import { dynamoAlertQueue } from '../adapters/dynamo-alert-queue.ts';
import { dynamoAlerts } from '../adapters/dynamo-alerts.ts';
import { dynamoConsents } from '../adapters/dynamo-consents.ts';
import { dynamoJournal } from '../adapters/dynamo-journal.ts';
import { dynamoLinks } from '../adapters/dynamo-links.ts';
import { dynamoMembers } from '../adapters/dynamo-members.ts';
import { dynamoMessages } from '../adapters/dynamo-messages.ts';
import { alertTexts } from '../domain/alert/alert-texts.ts';
import { memberProfiles } from '../domain/alert/member-profiles.ts';
import { runAlertClock } from '../domain/alert/run-alert-clock.ts';
import { scheduleAlert } from '../domain/alert/schedule-alert.ts';
import type { ContentOf } from '../domain/content/content.ts';
import type { LinkName } from '../domain/link/link.ts';
import { memberSubject } from '../domain/member/member.ts';
import { dispatchMessages } from '../domain/message/dispatch-messages.ts';
import { noteReceipt } from '../domain/message/note-receipt.ts';
import type { TextMessage } from '../domain/message/text-sender.ts';
import { alertes } from '../programmes/alertes/programme.ts';
import { openBenchTables } from './bench-tables.ts';

const count = Number(process.argv[2] ?? 1000);
const start = Date.parse('2026-11-20T09:00:00.000Z');
const iso = (at: number) => new Date(at).toISOString();
const programme = 'alertes';
const structure = 'k3v9x2m4p7q1';
const scope = { programme, structure };

const { storage, client, close } = await openBenchTables(iso(start), [
  'messages',
  'journal',
  'links',
  'alerts',
  'members',
]);
const { alerts: content, messages: written, calendar } = alertes;
if (content === undefined || written === undefined) {
  throw new Error('the programme has no alerts');
}
const inForce = { alerts: content, calendar, ...written };
const contents = {
  inForce: async <K extends keyof ContentOf>(_programme: string, kind: K) =>
    (inForce as Partial<ContentOf>)[kind] as ContentOf[K],
};
const hash = (text: string) => createHmac('sha256', 'bench').update(text).digest('base64url').slice(0, 22);
const members = dynamoMembers(client, 'members', scope);
const own = {
  ...{ ...scope, structureName: 'Centre social Lazare Garreau', members },
  alerts: dynamoAlerts(client, 'alerts', scope),
  dates: dynamoAlertDates(client, 'alerts', scope),
};
const accepted: TextMessage[] = [];
const ports = {
  queue: dynamoAlertQueue(client, 'alerts', programme),
  content: contents,
  journal: dynamoJournal(client, 'journal'),
  messages: dynamoMessages(client, 'messages'),
  consents: dynamoConsents(client, 'messages'),
  links: {
    links: dynamoLinks(client, 'links'),
    tokens: {
      tokenOf: async ({ purpose, subject, occasion }: LinkName) => hash([purpose, subject, occasion].join(' ')),
      keyOf: hash,
      sealOf: async (text: string) => hash(text),
      isSealOf: async (text: string, seal: string) => hash(text) === seal,
    },
  },
  hashOf: contentHash,
  profiles: memberProfiles(() => members),
  ownTexts: alertTexts(
    contents,
    async () => own,
    () => iso(start),
  ),
  numberKeyOf: async (e164: string) => hash(e164),
  linkOf: async (_programme: string, subject: string) => `https://alertes.exemple/a/${hash(subject)}`,
  sender: {
    send: async (_programme: string, message: TextMessage) => {
      accepted.push(message);
      return { type: 'accepted' } as const;
    },
  },
};

/** Members of two groups, of whom the first has `count`: no message goes to most of them. */
const at = iso(start);
const kept = Array.from({ length: count * 2 }, (_, n) => {
  const told = { createdAt: at, createdBy: 'n', changedAt: at, changedBy: 'n', version: 1, nameKeys: [] };
  const phone = { e164: `+336${String(10_000_000 + n)}`, kind: 'mobile' as const };
  const consent = { change: 'given', at, by: 'n', channel: 'agent', textVersion: 'v1' } as const;
  const named = { memberId: hash(`member ${n}`), lastName: `NOM${n}`, firstName: 'Camille' };
  return { ...named, groups: [n < count ? 'g1' : 'g2'], phone, consent, ...told };
});
for (let from = 0; from < kept.length; from += 500) {
  await members.addAll(kept.slice(from, from + 500));
}
const groups = ['g1', 'g2'].map((groupId) => ({ groupId, name: groupId, createdAt: at, createdBy: 'n' }));
await members.saveGroups(await members.groupBook(), groups);
for (const { memberId, consent } of kept.slice(0, count)) {
  const { change, channel, textVersion } = consent;
  const fact = { scope: 'messages', change, at, channel, textVersion } as const;
  await ports.consents.append(programme, { subject: memberSubject(structure, memberId) }, fact);
}

async function used() {
  const rows = await storage.meter();
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return { units: sum(({ writeUnits }) => writeUnits), requests: sum(({ requests }) => requests) };
}

/** Runs and prints what it took, a message. */
async function measured(name: string, run: () => Promise<void>): Promise<number> {
  const before = await used();
  await run();
  const after = await used();
  const units = (after.units - before.units) / count;
  const requests = (after.requests - before.requests) / count;
  console.log(`${name.padEnd(34)}${units.toFixed(2)} write units, ${requests.toFixed(2)} requests a message`);
  return units;
}

async function sending(alertId: string, text: string, from: number): Promise<number> {
  const act = { by: 'n', author: 'Nadia', role: 'user', at: iso(from) } as const;
  const draft = { title: 'Sortie', category: 'culture', text, groups: [{ groupId: 'g1', name: 'g1' }] };
  accepted.length = 0;
  let total = await measured(`${alertId}: schedule, choose, hand over`, async () => {
    await scheduleAlert({ alertId, draft, version: 0 }, act, { ...own, ...ports });
    const { faults } = await runAlertClock({ programme, at: iso(from) }, { ...ports, structure: async () => own });
    if (faults.length > 0) {
      throw new AggregateError(faults, String(faults[0]));
    }
  });
  total += await measured(`${alertId}: send, 20 a second`, async () => {
    let chain: number | undefined;
    for (let now = from; now < from + 3_600_000 && accepted.length < count; now += 1000) {
      const run = { programme, at: iso(now), perSecond: 20, ...(chain === undefined ? {} : { chain }) };
      chain = (await dispatchMessages(run, ports)).again;
    }
  });
  total += await measured(`${alertId}: receipts`, async () => {
    for (const { context } of accepted) {
      const receipt = { result: 'delivered', at: iso(from + 5000), providerId: 'p', parts: 1, price: 0.0742 } as const;
      await noteReceipt({ context, receipt }, iso(from + 6000), ports);
    }
  });
  total += await measured(`${alertId}: settle`, async () => {
    for (let now = from + 16 * 60_000, left = true; left; now += 60_000) {
      await dispatchMessages({ programme, at: iso(now), perSecond: 20 }, ports);
      left = (await ports.messages.settling(programme, iso(now), 1)).length > 0;
    }
  });
  console.log(`${`${alertId}: in all`.padEnd(34)}${total.toFixed(2)} write units a message (${accepted.length} sent)`);
  return total;
}

await sending('first', 'Bonjour {prenom}, sortie samedi. {structure}', start);
await sending('second', 'Bonjour {prenom}, sortie dimanche. {structure}', start + 2 * 3_600_000);
await close();
