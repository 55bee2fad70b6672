import { messagesScope, standingConsent } from '../consent/consent.ts';
import { stopMessages } from '../consent/note-consent.ts';
import type { RecipientProfile } from '../recipient/profile.ts';
import { changeMessage, tell } from './change-message.ts';
import type { TextNumber } from './choose-number.ts';
import { fillTemplate } from './fill-template.ts';
import { withAttempt } from './merge-receipt.ts';
import type { DropReason, Message, MessageAttempt } from './message.ts';
import type { PlannedMessage } from './message-order.ts';
import type { SendPorts } from './message-ports.ts';
import type { MessageScope } from './message-scope.ts';
import { segmentsOf } from './segments.ts';
import { dropMessage } from './withdraw-messages.ts';

export interface Sending {
  readonly planned: PlannedMessage;
  readonly message: Message | undefined;
  readonly n: number;
  readonly number: TextNumber;
  readonly numberKey: string;
  readonly profile: RecipientProfile;
}

export type Sent =
  /** It left, or may have when not `accepted`: to be settled. */
  | { readonly type: 'left'; readonly accepted: boolean; readonly cause?: string }
  /** It will not leave. */
  | { readonly type: 'over' }
  /** Another run has it. */
  | { readonly type: 'taken' }
  /** Nothing can leave now to this country, whoever it is for; to none when `cause` is absent: it was only too fast. */
  | { readonly type: 'halt'; readonly cause?: string };

/** The network gives up between 5 s and 3 days after (SendTextMessage). */
const liveSeconds = { least: 5, most: 259_200 };

/**
 * Sends one message (design decision 17): consent, read at the last moment; then the claim, by one conditional write; then the provider at once, and once:
 * a run that dies leaves in doubt what was on its way, and no more. Nothing is written when the provider took it: its receipt tells, or, a quarter of an
 * hour later, the page it stands on.
 */
export async function sendMessage(sending: Sending, scope: MessageScope, ports: SendPorts): Promise<Sent> {
  const { planned, message, n, number, numberKey, profile } = sending;
  const { programme, at, rules } = scope;
  const template = scope.templates.find(({ code }) => code === planned.template);
  const link = planned.link && (await ports.linkOf(programme, planned.subject, planned.link));
  const body =
    template === undefined ? undefined : writeBody(() => fillTemplate(template, planned.fields, profile, link));
  const reason = await objectionTo(sending, scope, ports);
  if (reason !== undefined) {
    await dropMessage(scope, planned, { at, reason }, ports, template?.version);
    return { type: 'over' };
  }
  const claim: MessageAttempt = { n, at, numberKey, parts: body === undefined ? 0 : segmentsOf(body).parts };
  const attempt = body === undefined ? { ...claim, refusal: { at, cause: 'unwritable' } } : claim;
  const begun = message ?? { ...planned, templateVersion: template?.version ?? 0, attempts: [], version: 0 };
  const claimed = { ...withAttempt(begun, attempt), version: begun.version + 1 };
  if (!(await ports.messages.write(programme, claimed))) {
    return { type: 'taken' };
  }
  if (body === undefined) {
    await tell(scope, claimed, ports);
    return { type: 'over' };
  }
  const seconds = Math.floor((Date.parse(planned.notAfter) - Date.parse(at)) / 1000);
  const outcome = await ports.sender.send(programme, {
    e164: number.e164,
    body,
    maxPricePerPart: rules.maxPricePerPart,
    liveSeconds: Math.min(liveSeconds.most, Math.max(liveSeconds.least, seconds)),
    context: { programme, messageId: planned.id, attempt: n },
  });
  switch (outcome.type) {
    case 'accepted':
      return { type: 'left', accepted: true };
    case 'unknown':
      return { type: 'left', accepted: false, cause: outcome.cause };
    case 'opted-out':
      await stopMessages(
        { programme, timeZone: scope.timeZone, holder: { numberKey }, at, channel: 'sms', textVersion: 'stop' },
        ports,
      );
      return await takeBack(sending, scope, ports, 'stopped');
    case 'refused':
      if (outcome.badNumber) {
        await ports.messages.markBad(programme, numberKey, { at, cause: outcome.cause });
      }
      await changeMessage(
        scope,
        planned.id,
        (one) => one && withAttempt(one, { ...attempt, refusal: { at, cause: outcome.cause } }),
        ports,
      );
      return { type: 'over' };
    default:
      await takeBack(sending, scope, ports);
      return outcome.type === 'throttled' ? { type: 'halt' } : { type: 'halt', cause: outcome.cause };
  }
}

/** A text that its template no longer gives is the fault of an edit, not of the run: it fails alone. */
function writeBody(write: () => string): string | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof Error) {
      return undefined;
    }
    throw error;
  }
}

/** It certainly did not leave: the claim is taken back, for good when there is a reason. */
async function takeBack(
  { planned, n }: Sending,
  scope: MessageScope,
  ports: SendPorts,
  reason?: DropReason,
): Promise<Sent> {
  const dropped = reason === undefined ? {} : { dropped: { at: scope.at, reason } };
  await changeMessage(
    scope,
    planned.id,
    (one) => one && { ...one, attempts: one.attempts.filter((attempt) => attempt.n !== n), ...dropped },
    ports,
  );
  return { type: 'over' };
}

/** Why the person, or whoever holds the number, must not be written to (COMMON-11, COMMON-12): what they last said. */
async function objectionTo(
  { planned, numberKey }: Sending,
  { programme, rules }: MessageScope,
  { consents }: SendPorts,
): Promise<'stopped' | 'no-consent' | undefined> {
  const said = await Promise.all([
    consents.facts(programme, { subject: planned.subject }),
    consents.facts(programme, { numberKey }),
  ]);
  const standing = said.map((facts) => standingConsent(facts, messagesScope));
  if (standing.includes('withdrawn')) {
    return 'stopped';
  }
  return rules.basis === 'consent' && !standing.includes('given') ? 'no-consent' : undefined;
}
