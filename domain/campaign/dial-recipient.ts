import { contactAttributes as names } from '../../contracts/attributes.ts';
import type { AttemptPolicy } from '../attempt/attempt-policy.ts';
import { callableAt } from '../calendar/calling-window.ts';
import type { DialOutcome } from '../callback/dialler.ts';
import { mayDial } from '../callback/voice-reach.ts';
import { zonesOfNumber } from '../phone/zones-of-number.ts';
import { attemptIdOf } from './attempt-id.ts';
import { changeRecipient } from './change-recipient.ts';
import { type CycleScope, type DispatchPorts, isStillDue, later, leaseMs, lockMs, registerOf } from './dispatch-run.ts';
import { mergeAttempt } from './merge-attempt.ts';
import type { CampaignAttempt, Recipient } from './recipient.ts';
import type { Candidate } from './select-due.ts';

/** What dialling one person takes. */
export type DialPorts = Omit<DispatchPorts, 'board' | 'centre' | 'presence' | 'callbacks' | 'contacts'>;

export type DialResult = 'dialled' | 'manual' | 'removed' | 'throttled' | 'skipped';

/**
 * Calls one person: still registered, number that may be dialled, awake; then the lock of the number, then the claim by one conditional write, then the
 * dial under the attempt's id. Nothing is written after the dial: the contact record carries the id back, and a lease that runs out is settled.
 */
export async function dialRecipient(
  { scope, recipient: found, next }: Candidate,
  ports: DialPorts,
  agentId?: string,
): Promise<DialResult> {
  const { preview, ...unheld } = found;
  // Kept with the claim: what a crash leaves undone is for the agent who had read.
  const recipient = agentId === undefined || preview === undefined ? unheld : found;
  const { run, rules } = scope;
  const { programme, at } = run;
  const subject = subjectOf(scope, recipient);
  const [isRemoved, person, isDue] = await Promise.all([
    registerOf(scope, ports).removed(programme, recipient.recipientId),
    ports.people.reveal(programme, next.numberKey),
    isStillDue(scope, recipient, ports),
  ]);
  if (!isDue) {
    await changeRecipient(subject, (one) => ({ ...one, stopped: true }), ports);
    return 'removed';
  }
  if (isRemoved) {
    await changeRecipient(subject, (one) => ({ ...one, removed: true }), ports);
    return 'removed';
  }
  if (person === undefined || !mayDial(person.e164, run.voiceReach)) {
    await changeRecipient(subject, (one) => withManual(one, next.numberKey), ports);
    return 'manual';
  }
  const zones = zonesOfNumber(person.e164) ?? [rules.calendar.timeZone];
  if (!callableAt(zones, rules.policy.callingWindow, at)) {
    await changeRecipient(subject, (one) => ({ ...one, zones }), ports);
    return 'skipped';
  }
  const attempt: CampaignAttempt = {
    n: next.n,
    startedAt: at,
    numberKey: next.numberKey,
    leaseUntil: later(at, leaseMs),
  };
  const id = attemptIdOf({ ...recipient, n: next.n });
  if (!(await ports.lock.acquire(next.numberKey, id, later(at, lockMs), at))) {
    return 'skipped';
  }
  const claimed = { ...mergeAttempt(recipient, attempt), version: recipient.version + 1 };
  if (!(await ports.campaigns.write(programme, claimed, scope.cycle.shards))) {
    await ports.lock.release(next.numberKey, id);
    return 'skipped';
  }
  const { e164, personId } = person;
  const outcome = await place({ scope, recipient, attempt, e164, personId, ...(agentId && { agentId }) }, ports);
  if (outcome.type === 'throttled') {
    // It did not ring: the claim is taken back, and the next run may dial.
    await ports.campaigns.write(programme, { ...found, version: claimed.version + 1 }, scope.cycle.shards);
    await ports.lock.release(next.numberKey, id);
    return 'throttled';
  }
  if (outcome.type === 'refused') {
    await refuse(scope, claimed, attempt, ports);
    return 'manual';
  }
  return 'dialled';
}

/** Dials an attempt under its id. Dialling it again is harmless: Connect answers the same contact. */
export async function place(
  dial: {
    readonly scope: CycleScope;
    readonly recipient: Recipient;
    readonly attempt: CampaignAttempt;
    readonly e164: string;
    readonly personId: string;
    /** The one agent it is for (design decision 8); absent = whoever is free. */
    readonly agentId?: string;
  },
  { dialler }: Pick<DispatchPorts, 'dialler'>,
): Promise<DialOutcome> {
  const { scope, recipient, attempt, e164, personId, agentId } = dial;
  const { run, type } = scope;
  const ofFile = scope.schemes.find(({ code }) => code === recipient.scheme);
  const scheme = ofFile ?? scope.scheme;
  const id = attemptIdOf({ ...recipient, n: attempt.n });
  return await dialler.dial({
    programme: run.programme,
    e164,
    queue: scheme.queue,
    token: id,
    ringSeconds: type.policy.ringSeconds,
    ...(type.callerIdNumber === undefined ? {} : { callerId: type.callerIdNumber }),
    attributes: {
      [names.programme]: run.programme,
      scheme: scheme.code,
      [names.schemeLabel]: ofFile === undefined ? type.label : `${type.label}, ${ofFile.label}`,
      [names.attemptId]: id,
      [names.recipientId]: recipient.recipientId,
      [names.personId]: personId,
      [names.numberKey]: attempt.numberKey,
      [names.nature]: 'campaign',
      [names.announcement]: type.texts.announcement,
      [names.mayLeaveMessage]: mayLeaveMessage(recipient, type.policy) ? 'yes' : 'no',
      ...(agentId === undefined ? {} : { [names.dialMode]: 'preview', [names.agentId]: agentId }),
    },
  });
}

/** Each voicemail that an agent met in this cycle may hold one. */
function mayLeaveMessage({ attempts }: Recipient, { voicemailMessages }: AttemptPolicy): boolean {
  return attempts.filter(({ said }) => said?.disposition === 'voicemail').length < voicemailMessages;
}

/** Connect may not dial this number: people do, by other means. */
export async function refuse(
  scope: CycleScope,
  recipient: Recipient,
  attempt: CampaignAttempt,
  ports: DialPorts,
): Promise<void> {
  const { n, startedAt, numberKey } = attempt;
  const call = {
    endedAt: scope.run.at,
    disposition: 'failed',
    talked: false,
    answeredByCustomer: false,
    complianceAbandon: false,
  } as const;
  await changeRecipient(
    subjectOf(scope, recipient),
    (one) => withManual(mergeAttempt(one, { n, startedAt, numberKey, call }), numberKey),
    ports,
    { n },
  );
}

export function subjectOf({ run, key, cycle, rules }: CycleScope, { recipientId }: Recipient) {
  return { programme: run.programme, cycle: key, recipientId, shards: cycle.shards, rules, at: run.at };
}

function withManual(recipient: Recipient, numberKey: string): Recipient {
  const { manualNumbers = [] } = recipient;
  return manualNumbers.includes(numberKey)
    ? recipient
    : { ...recipient, manualNumbers: [...manualNumbers, numberKey].sort() };
}
