import { createHash } from 'node:crypto';
import { contentHash } from '../../../adapters/content-hash.ts';
import { dynamoAlertDates } from '../../../adapters/dynamo-alert-dates.ts';
import { dynamoAlertQueue } from '../../../adapters/dynamo-alert-queue.ts';
import { dynamoAlerts } from '../../../adapters/dynamo-alerts.ts';
import { dynamoConsents } from '../../../adapters/dynamo-consents.ts';
import { dynamoJournal } from '../../../adapters/dynamo-journal.ts';
import { dynamoLinks } from '../../../adapters/dynamo-links.ts';
import { dynamoMembers } from '../../../adapters/dynamo-members.ts';
import { dynamoMessages } from '../../../adapters/dynamo-messages.ts';
import type { Act, AlertPorts } from '../../../domain/alert/alert-ports.ts';
import { alertTexts } from '../../../domain/alert/alert-texts.ts';
import type { AlertClockPorts } from '../../../domain/alert/clock-ports.ts';
import { memberProfiles } from '../../../domain/alert/member-profiles.ts';
import { runAlertClock } from '../../../domain/alert/run-alert-clock.ts';
import { stopByLink } from '../../../domain/alert/stop-by-link.ts';
import { noteConsent } from '../../../domain/consent/note-consent.ts';
import type { LinkTokens } from '../../../domain/link/links.ts';
import { type Member, memberSubject } from '../../../domain/member/member.ts';
import { dispatchMessages } from '../../../domain/message/dispatch-messages.ts';
import type { Receipt } from '../../../domain/message/message.ts';
import { noteReceipt } from '../../../domain/message/note-receipt.ts';
import type { TextMessage } from '../../../domain/message/text-sender.ts';
import { alertes } from '../../../programmes/alertes/programme.ts';
import type { EmbeddedTables } from '../calls/dynalite-tables.ts';
import { MemoryContent } from '../calls/memory-ports.ts';

const programme = 'alertes';
export const tableNames = ['alerts', 'messages', 'links', 'members', 'journal'] as const;

/** Structures, their members, sendings and dates over the embedded tables, around a provider that takes everything; the clock is in hand. */
export function alertWorld({ client }: EmbeddedTables, from: string) {
  const { alerts, messages: written, calendar } = alertes;
  if (alerts === undefined || written === undefined) {
    throw new Error('The programme has no alerts');
  }
  const content = new MemoryContent({ calendar, alerts, ...written });
  const messages = dynamoMessages(client, 'messages');
  const consents = dynamoConsents(client, 'messages');
  const journal = dynamoJournal(client, 'journal');
  const links = { tokens: plainTokens(), links: dynamoLinks(client, 'links') };
  const queue = dynamoAlertQueue(client, 'alerts', programme);
  const taken: TextMessage[] = [];
  const world = { at: from };
  const membersOf = (structure: string) => dynamoMembers(client, 'members', { programme, structure });
  const own = (structure: string) => ({
    programme,
    structure,
    structureName: structure === 'arbrisseau' ? 'L’Arbrisseau' : 'Chemin Rouge',
    alerts: dynamoAlerts(client, 'alerts', { programme, structure }),
    dates: dynamoAlertDates(client, 'alerts', { programme, structure }),
    members: membersOf(structure),
  });
  const ports = (structure: string): AlertPorts => ({
    ...own(structure),
    ...{ queue, content, journal, hashOf: contentHash },
  });
  const clockPorts: AlertClockPorts = {
    ...{ queue, content, journal, messages, links },
    structure: async (structure) => own(structure),
  };
  const sendPorts = {
    ...{ messages, content, journal, consents },
    profiles: memberProfiles((_, structure) => membersOf(structure)),
    ownTexts: alertTexts(
      content,
      async (structure) => own(structure),
      () => world.at,
    ),
    numberKeyOf: async (e164: string) => `k${e164}`,
    sender: {
      send: async (_: string, message: TextMessage) => {
        taken.push(message);
        return { type: 'accepted' } as const;
      },
    },
    linkOf: async (_: string, subject: string) => `https://alertes.example/a/${contentHash(subject).slice(0, 22)}`,
  };
  return {
    ...{ world, ports, clockPorts, taken, messages, journal, content, membersOf, queue, links },
    act: (by = 'nadia', role: Act['role'] = 'user'): Act => ({ by, role, author: by, at: world.at }),
    async register(structure: string, member: Pick<Member, 'memberId'> & Partial<Member>, isGiven = true) {
      const said = { at: world.at, channel: 'agent', textVersion: 'v1' } as const;
      const kept = {
        ...{ lastName: 'DUPONT', firstName: member.memberId, groups: [], nameKeys: [], version: 1 },
        ...{ createdAt: world.at, createdBy: 'nadia', changedAt: world.at, changedBy: 'nadia' },
        ...member,
        ...(isGiven ? { consent: { change: 'given', by: 'nadia', ...said } as const } : {}),
      };
      await membersOf(structure).add(kept);
      if (isGiven) {
        const holder = { subject: memberSubject(structure, member.memberId) };
        const fact = { scope: 'messages', change: 'given', ...said } as const;
        await noteConsent({ programme, structure, timeZone: calendar.timeZone, holder, fact }, { consents, journal });
      }
    },
    /** Members who said nothing, and have no number. */
    async fill(structure: string, members: readonly (Pick<Member, 'memberId'> & Partial<Member>)[]) {
      const written = { createdAt: world.at, createdBy: 'nadia', changedAt: world.at, changedBy: 'nadia' };
      const named = { lastName: 'MARTIN', firstName: 'Sam', groups: [], nameKeys: [], version: 1 };
      await membersOf(structure).addAll(members.map((member) => ({ ...named, ...written, ...member })));
    },
    async group(structure: string, groupId: string, name = groupId) {
      const store = membersOf(structure);
      const book = await store.groupBook();
      const group = { groupId, name, createdAt: world.at, createdBy: 'nadia' };
      await store.saveGroups(book, [...book.groups.filter((one) => one.groupId !== groupId), group]);
    },
    async ungroup(structure: string, groupId: string) {
      const store = membersOf(structure);
      const book = await store.groupBook();
      await store.saveGroups(
        book,
        book.groups.filter((one) => one.groupId !== groupId),
      );
    },
    async stop(structure: string, memberId: string) {
      const members = membersOf(structure);
      const order = { programme, structure, memberId, timeZone: calendar.timeZone, at: world.at };
      await stopByLink(order, { consents, journal, members });
    },
    /** One minute of the clock. */
    tick: async () => await runAlertClock({ programme, at: world.at }, clockPorts),
    /** The dispatcher, until nothing moves; a second passes at each run. */
    async send() {
      let chain: number | undefined;
      for (let runs = 0; runs < 100; runs += 1) {
        const run = { programme, at: world.at, perSecond: 50, ...(chain === undefined ? {} : { chain }) };
        const { again, faults } = await dispatchMessages(run, sendPorts);
        if (faults.length > 0) {
          throw new AggregateError(faults, String(faults[0]));
        }
        if (again === undefined) {
          return;
        }
        chain = again;
        world.at = new Date(Date.parse(world.at) + 1000).toISOString();
      }
    },
    async receipt(message: TextMessage, told: 'delivered' | 'invalid' = 'delivered') {
      const common = { at: world.at, providerId: `p-${message.context.messageId}`, parts: 1 };
      const receipt: Receipt =
        told === 'delivered'
          ? { ...common, result: 'delivered' }
          : { ...common, result: 'failed', cause: 'invalid', permanent: true, badNumber: true };
      await noteReceipt({ context: message.context, receipt }, world.at, { messages, content, journal });
    },
  };
}

/** Tokens that follow from their names; the secret is not what is tested here. */
function plainTokens(): LinkTokens {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);
  return {
    tokenOf: async ({ programme: name, purpose, subject, occasion }) =>
      hash([name, purpose, subject, occasion].join(' ')),
    keyOf: hash,
    sealOf: async (text) => hash(text),
    isSealOf: async (text, seal) => hash(text) === seal,
  };
}
