import type { StandIn, StandInCall } from '../cloud.ts';
import type { Json } from '../json.ts';
import { callerOf } from '../rate-limits.ts';
import type { AcceptedLog } from './accepted-log.ts';
import { carry } from './carrier.ts';
import { deleteOptedOutNumber, describeOptedOutNumbers, putOptedOutNumber } from './opt-out-operations.ts';
import { identityOf, judgeText } from './send-text-message.ts';
import type { SmsWorld } from './world.ts';

const onLists: Readonly<Record<string, (world: SmsWorld, call: StandInCall) => Json>> = {
  PutOptedOutNumber: putOptedOutNumber,
  DeleteOptedOutNumber: deleteOptedOutNumber,
  DescribeOptedOutNumbers: describeOptedOutNumbers,
};

/** End User Messaging's API as a stand-in of the cloud: what arrives here is parsed and authorized. */
export class SmsApi implements StandIn {
  readonly #world: SmsWorld;
  readonly #log: AcceptedLog;
  /** Lanes of the messages that left, or will in a millisecond. */
  readonly #leaving = new Set<string>();
  /** Messages accepted so far by identity. */
  readonly #equals = new Map<string, number>();

  constructor(world: SmsWorld, log: AcceptedLog) {
    this.#world = world;
    this.#log = log;
  }

  mutates(action: string): boolean {
    return !action.startsWith('Describe');
  }

  handle(call: StandInCall): Json {
    this.#world.rates.take(call.action, callerOf(call));
    const operation = onLists[call.action];
    return operation === undefined ? this.#send(call) : operation(this.#world, call);
  }

  /**
   * Call once the stacks are up. What left before the process was killed, by an invocation that never came to be logged, leaves again at
   * its time: a millisecond after the call, when the logged ones have been replayed.
   */
  resume(): void {
    const { kernel } = this.#world.cloud;
    for (const message of this.#log.earlier) {
      kernel.at(message.at + 1, `${message.lane}/orphan`, () => {
        if (!this.#leaving.has(message.lane)) this.#leave(message);
      });
    }
  }

  #send(call: StandInCall): Json {
    // Asked for again by an invocation that is run again after a kill: the service knows no such thing, this is another message.
    const again = this.#log.has(call.lane) && call.replayed !== true;
    const asked = { input: call.input, lane: again ? `${call.lane}/again` : call.lane };
    const identity = identityOf(asked);
    const rank = this.#equals.get(identity) ?? 0;
    const message = judgeText(this.#world, { ...asked, identity: `${identity} ${rank}` });
    if (call.input['DryRun'] !== true) {
      this.#equals.set(identity, rank + 1);
      this.#log.add(message);
      this.#leaving.add(message.lane);
      this.#world.cloud.kernel.after(1, `sms/${message.messageId}`, () => this.#leave(message));
    }
    return { MessageId: message.messageId };
  }

  #leave(message: Parameters<typeof carry>[1]): void {
    this.#leaving.add(message.lane);
    carry(this.#world, message);
  }
}
