import { requireAccess } from '../access.ts';
import { deriveUuid } from '../kernel/random.ts';
import { now, type SmsWorld } from './world.ts';

export interface Reply {
  /** E.164 of who replies. */
  readonly from: string;
  /** As the message showed its sender. */
  readonly to: string;
  readonly body: string;
  /** Deterministic, unique. */
  readonly lane: string;
}

/** Whole replies that opt their sender out (EUM: opt-out list keywords). */
const optOutWords = /^\s*(ARRET|CANCEL|END|OPT-OUT|OPTOUT|QUIT|REMOVE|STOP|TD|UNSUBSCRIBE)\s*$/i;

/**
 * A reply comes in: an opt-out word puts its sender on the number's list, and the topic of a two-way number is told. False when there is no
 * such number: senders by name are one-way.
 */
export function replyTo(world: SmsWorld, { from, to, body, lane }: Reply): boolean {
  const origin = [...world.origins.values()].find((each) => each.kind === 'phone-number' && each.number === to);
  if (origin?.kind !== 'phone-number') return false;
  const { cloud } = world;
  cloud.kernel.after(1_500, `${lane}/reply`, () => {
    const list = world.optOutLists.get(origin.optOutList);
    if (optOutWords.test(body) && !origin.selfManaged && list?.numbers.has(from) === false) {
      list.numbers.set(from, { at: now(world), byRecipient: true });
    }
    if (origin.repliesTo === undefined) return;
    const message = {
      originationNumber: from,
      destinationNumber: to,
      messageKeyword: 'KEYWORD_LOCAL',
      messageBody: body,
      inboundMessageId: deriveUuid(cloud.seed, 'sms-reply', lane),
    };
    const principal = {
      type: 'service',
      service: 'sms-voice.amazonaws.com',
      sourceArn: origin.arn,
      sourceAccount: cloud.account,
    } as const;
    try {
      requireAccess(cloud, { principal, action: 'sns:Publish', resource: origin.repliesTo });
      cloud.topics.publish(origin.repliesTo, { message: JSON.stringify(message), lane: `${lane}/reply` });
    } catch (error) {
      cloud.report(`Two-way channel of ${origin.arn}`, error);
    }
  });
  return true;
}
