import type { CloudContext } from '../cloud.ts';
import { laneRandom } from '../kernel/random.ts';
import { RateLimits } from '../rate-limits.ts';
import { smsArn } from './arns.ts';
import { defaultOptOutList } from './origin.ts';
import { Inboxes, type MessageHandler, type PhoneState, type ReceivedMessage } from './phones.ts';
import { type Reply, replyTo } from './reply.ts';
import { SmsError } from './sms-error.ts';
import type { AcceptedMessage, AfterAccepting, SmsWorld } from './world.ts';

/** End User Messaging in memory, seen by the people around it: those who get messages, and those who prove something. */
export class SmsStandIn {
  readonly world: SmsWorld;
  /** For proofs: what happens once a message is accepted and on its way, before its caller is told. */
  afterAccepting: ((message: Pick<AcceptedMessage, 'messageId'>) => AfterAccepting) | undefined;

  constructor(cloud: CloudContext) {
    const perSecond = cloud.settings.quotas['messagesPerSecond'] ?? 1;
    const list = { name: defaultOptOutList, arn: smsArn(cloud, 'opt-out-list', defaultOptOutList) };
    this.world = {
      cloud,
      configurationSets: new Map(),
      optOutLists: new Map([[defaultOptOutList, { ...list, numbers: new Map(), deletedAt: new Map() }]]),
      origins: new Map(),
      protectConfigurations: new Map(),
      inboxes: new Inboxes(),
      // One request a second until raised; the other APIs are not what limits anybody (EUM: quotas).
      rates: new RateLimits({
        now: () => cloud.kernel.now(),
        rateOf: (action) =>
          action === 'SendTextMessage' ? { perSecond, burst: Math.max(1, perSecond) } : { perSecond: 10, burst: 10 },
        refuse: (message) => new SmsError('ThrottlingException', message),
      }),
      spent: new Map(),
      accepted: new Map(),
      afterAccepting: (messageId) => this.afterAccepting?.({ messageId }) ?? this.#told(messageId),
    };
  }

  /** Whether the templates have anything of End User Messaging. */
  get configured(): boolean {
    return this.world.configurationSets.size + this.world.origins.size > 0;
  }

  /** Calls `handler` inside a kernel event whenever a message comes to the number. One handler a number. */
  onMessage(number: string, handler: MessageHandler): void {
    this.world.inboxes.listen(number, handler);
  }

  /** What becomes of messages sent to a mobile from now on; it is on unless said otherwise. Landlines never get any. */
  setPhone(number: string, state: PhoneState): void {
    this.world.inboxes.setState(number, state);
  }

  /** Messages a phone holds, oldest first. */
  inbox(number: string): readonly ReceivedMessage[] {
    return this.world.inboxes.inbox(number);
  }

  /** Numbers that ever received a message, sorted. */
  numbers(): readonly string[] {
    return this.world.inboxes.numbers();
  }

  /** All messages accepted so far, in order. */
  accepted(): readonly AcceptedMessage[] {
    return [...this.world.accepted.values()];
  }

  /** Somebody replies. False when the sender is a name, to which no phone can reply. */
  reply(reply: Reply): boolean {
    return replyTo(this.world, reply);
  }

  /** An accepted message is answered by an internal error now and then, which its caller cannot tell from a refusal. */
  #told(messageId: string): AfterAccepting {
    const { cloud } = this.world;
    return laneRandom(cloud.seed, `sms/${messageId}/told`).chance(cloud.settings.unfriendly.lose / 10)
      ? 'fail'
      : 'answer';
  }
}
