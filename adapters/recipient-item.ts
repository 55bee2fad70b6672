import { isDisposition } from '../domain/attempt/dispositions.ts';
import type { AttemptCall, AttemptSaid, CampaignAttempt, Recipient } from '../domain/campaign/recipient.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What of a recipient is not in the keys of its item. Attempts are short lines: with six of them the item stays under a kilobyte, one write unit. */
export function storedRecipient(recipient: Recipient): Fields {
  const { numbers, channel, riskRank, attempts, version } = recipient;
  const { notBefore, promisedBy, absentUntil, deceased, removed, stopped, zones, manualNumbers, scheme, window } =
    recipient;
  return {
    numbers,
    risk: riskRank,
    version,
    ...(channel === 'other' && { channel }),
    ...(scheme !== undefined && { scheme }),
    ...(attempts.length > 0 && { tries: attempts.map((attempt) => lineOf(attempt, numbers)) }),
    ...(window !== undefined && { window: [window.from, window.until] }),
    ...(notBefore !== undefined && { notBefore }),
    ...(promisedBy !== undefined && { promisedBy }),
    ...(absentUntil !== undefined && { absentUntil }),
    ...(deceased === true && { deceased }),
    ...(removed === true && { removed }),
    ...(stopped === true && { stopped }),
    ...(zones !== undefined && { zones }),
    ...(recipient.preview !== undefined && {
      held: [recipient.preview.agent, recipient.preview.until, recipient.preview.agentId],
    }),
    ...(manualNumbers !== undefined && { manual: manualNumbers }),
  };
}

/** Only `storedRecipient` fills these members. Throws naming what is missing otherwise. */
export function restoredRecipient(item: Fields, key: Pick<Recipient, 'campaign' | 'cycle' | 'recipientId'>): Recipient {
  const { version, risk, numbers, tries = [], channel, deceased, removed, stopped } = item;
  if (typeof version !== 'number' || typeof risk !== 'number' || !isTexts(numbers) || !isTexts(tries)) {
    throw new Error(
      `Recipient ${key.recipientId} of ${key.campaign}-${key.cycle} is not one; accepted: numbers, risk, tries and version as they were written`,
    );
  }
  const { notBefore, promisedBy, absentUntil, zones, manual, scheme, window } = item;
  const [from, until] = isTexts(window) ? window : [];
  return {
    ...key,
    numbers,
    channel: channel === 'other' ? 'other' : 'voice',
    riskRank: risk,
    attempts: tries.map((line) => attemptOf(line, numbers)),
    version,
    ...(typeof scheme === 'string' && { scheme }),
    ...(from !== undefined && until !== undefined && { window: { from, until } }),
    ...(typeof notBefore === 'string' && { notBefore }),
    ...(typeof promisedBy === 'string' && { promisedBy }),
    ...(typeof absentUntil === 'string' && { absentUntil }),
    ...(deceased === true && { deceased }),
    ...(removed === true && { removed }),
    ...(stopped === true && { stopped }),
    ...(isTexts(zones) && { zones }),
    ...heldBy(item['held']),
    ...(isTexts(manual) && { manualNumbers: manual }),
  };
}

/** `n|start|number|lease|contact|end|what|flags|agent|said|when|by|revision|asked|absent|complete|callback|outcome`; instants in base 36, numbers by rank. */
function lineOf(
  { n, startedAt, numberKey, leaseUntil, contactId, call, said }: CampaignAttempt,
  numbers: readonly string[],
): string {
  const rank = numbers.indexOf(numberKey);
  const flags = call && [call.talked, call.answeredByCustomer, call.complianceAbandon].map(Number).join('');
  return [
    n,
    packed(startedAt),
    rank === -1 ? `=${numberKey}` : rank,
    packed(leaseUntil),
    // Once it has ended, only the journal needs the contact; until then a settled lease does.
    contactId ?? '',
    packed(call?.endedAt),
    call?.disposition ?? '',
    flags ?? '',
    call?.agent ?? '',
    said?.disposition ?? '',
    packed(said?.at),
    said?.agent === call?.agent ? '' : (said?.agent ?? ''),
    said?.revision ?? '',
    packed(said?.askedFor),
    packed(said?.absentUntil),
    said?.complete === undefined ? '' : Number(said.complete),
    said?.callback === true ? 1 : '',
    said?.outcome ?? '',
  ]
    .join('|')
    .replace(/\|+$/, '');
}

function attemptOf(line: string, numbers: readonly string[]): CampaignAttempt {
  const [
    n,
    start,
    number = '',
    lease,
    contact,
    end,
    what,
    flags = '',
    agent,
    said,
    when,
    by,
    revision,
    asked,
    absent,
    complete,
    callback,
    outcome,
  ] = line.split('|');
  const startedAt = unpacked(start);
  if (startedAt === undefined) {
    throw new Error(`Attempt "${line}" has no start; accepted: lines as they were written`);
  }
  const leaseUntil = unpacked(lease);
  const call = callOf(unpacked(end), what, flags, agent);
  const told = saidOf(said, unpacked(when), by || agent, revision);
  const askedFor = unpacked(asked);
  const absentUntil = unpacked(absent);
  return {
    n: Number(n),
    startedAt,
    numberKey: number.startsWith('=') ? number.slice(1) : (numbers[Number(number)] ?? ''),
    ...(leaseUntil !== undefined && { leaseUntil }),
    ...(contact && { contactId: contact }),
    ...(call !== undefined && { call }),
    ...(told !== undefined && {
      said: {
        ...told,
        ...(askedFor !== undefined && { askedFor }),
        ...(absentUntil !== undefined && { absentUntil }),
        ...(complete && { complete: complete === '1' }),
        ...(callback && { callback: true }),
        ...(outcome && { outcome }),
      },
    }),
  };
}

function heldBy(held: unknown): Pick<Recipient, 'preview'> {
  const [agent, until, agentId] = isTexts(held) ? held : [];
  return agent === undefined || until === undefined || agentId === undefined
    ? {}
    : { preview: { agent, agentId, until } };
}

function callOf(endedAt?: string, what?: string, flags = '', agent?: string): AttemptCall | undefined {
  if (endedAt === undefined || !isDisposition(what)) {
    return undefined;
  }
  const [talked, answeredByCustomer, complianceAbandon] = [...flags].map((flag) => flag === '1');
  return {
    endedAt,
    disposition: what,
    talked: talked ?? false,
    answeredByCustomer: answeredByCustomer ?? false,
    complianceAbandon: complianceAbandon ?? false,
    ...(agent && { agent }),
  };
}

function saidOf(disposition?: string, at?: string, agent = '', revision?: string): AttemptSaid | undefined {
  return at === undefined || !isDisposition(disposition)
    ? undefined
    : { disposition, at, agent, revision: Number(revision ?? 0) };
}

function packed(at: string | undefined): string {
  return at === undefined ? '' : Date.parse(at).toString(36);
}

function unpacked(text: string | undefined): string | undefined {
  return text ? new Date(Number.parseInt(text, 36)).toISOString() : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
