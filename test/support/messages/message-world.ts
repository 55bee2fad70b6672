import { stopMessages } from '../../../domain/consent/note-consent.ts';
import { dispatchMessages } from '../../../domain/message/dispatch-messages.ts';
import type { Receipt } from '../../../domain/message/message.ts';
import type { MessageOrder } from '../../../domain/message/message-order.ts';
import type { SendPorts } from '../../../domain/message/message-ports.ts';
import type { MessageRules } from '../../../domain/message/message-rules.ts';
import type { MessageTemplate } from '../../../domain/message/message-template.ts';
import { noteReceipt, type ToldReceipt } from '../../../domain/message/note-receipt.ts';
import { planMessages } from '../../../domain/message/plan-messages.ts';
import type { SendOutcome, TextMessage } from '../../../domain/message/text-sender.ts';
import { withdrawMessages } from '../../../domain/message/withdraw-messages.ts';
import type { RecipientProfile } from '../../../domain/recipient/profile.ts';
import { reflex } from '../../../programmes/reflex/programme.ts';
import { MemoryContent, MemoryJournal } from '../calls/memory-ports.ts';
import { MemoryConsents, MemoryMessages } from './memory-messages.ts';

export const programme = 'suivi';
const timeZone = 'Europe/Paris';

/** What a phone and its network do with one message. */
export type Fate = 'delivered' | 'dead-number' | 'phone-off' | 'silent';

/** How the world misbehaves; each answer follows from the seed and the words alone. */
export interface Mischief {
  /** From 0 to 1, the same for the same words. */
  readonly drawn: (...words: readonly (string | number)[]) => number;
  readonly crashes: (point: string, nth: number) => 'before' | 'after' | undefined;
  /** Said at the n-th port call of all, in the middle of whatever runs. */
  readonly meanwhile?: (nth: number) => (() => Promise<void>) | undefined;
}

class Crash extends Error {}

export interface Arrival {
  readonly at: number;
  readonly e164: string;
  readonly context: TextMessage['context'];
  /** It is in the phone's inbox. */
  readonly isShown: boolean;
  readonly body: string;
}

interface Event {
  readonly at: number;
  readonly run: () => Promise<void>;
}

/** Planning, sending, receipts and STOPs of a programme around a provider, on a clock that jumps from one event to the next. */
export class MessageWorld {
  readonly messages = new MemoryMessages();
  readonly consents = new MemoryConsents();
  readonly journal = new MemoryJournal();
  readonly people = new Map<string, RecipientProfile>();
  /** Everything the provider was asked to send, and took. */
  readonly taken: Arrival[] = [];
  readonly planned = new Map<string, MessageOrder>();
  /** Number of the port call at which each holder was last asked about, and at which they said STOP. */
  readonly asked = new Map<string, number>();
  readonly stopped = new Map<string, number>();
  readonly afterStop: string[] = [];
  /** Why nothing could leave, as each run said. */
  readonly halts: string[] = [];
  fate: (message: TextMessage) => Fate = () => 'delivered';
  outcome: (message: TextMessage, nth: number) => SendOutcome['type'] = () => 'accepted';
  calls = 0;
  crashed = 0;
  now: number;
  perSecond = 20;
  #events: Event[] = [];
  readonly #nth = new Map<string, number>();
  readonly #mischief: Mischief;
  readonly #content: MemoryContent;

  constructor(from: string, rules: MessageRules, templates: readonly MessageTemplate[], mischief: Mischief) {
    this.now = Date.parse(from);
    this.#mischief = mischief;
    this.#content = new MemoryContent({
      calendar: { ...reflex.calendar, timeZone },
      messageRules: rules,
      messageTemplates: templates,
    });
  }

  get at(): string {
    return new Date(this.now).toISOString();
  }

  plan(orders: readonly MessageOrder[]): Promise<void> {
    for (const order of orders) {
      this.planned.set(order.id, order);
    }
    return this.#until(() => planMessages(orders, this.#ports()));
  }

  withdraw(ids: readonly string[]): Promise<void> {
    const orders = ids.flatMap((id) => this.planned.get(id) ?? []);
    return this.#until(async () => {
      await withdrawMessages(programme, orders, this.at, this.#ports());
    });
  }

  async stop(holder: { subject: string } | { numberKey: string }): Promise<void> {
    const order = { programme, timeZone, holder, at: this.at, channel: 'web', textVersion: '1' } as const;
    await this.#until(() => stopMessages(order, this.#ports()));
  }

  /** Said without any failure, in the middle of a run. */
  async stopNow(holder: { subject: string } | { numberKey: string }): Promise<void> {
    const order = { programme, timeZone, holder, at: this.at, channel: 'web', textVersion: '1' } as const;
    const { consents, journal } = this;
    await stopMessages(order, {
      journal,
      consents: { append: (name, whose, fact) => this.#noteStop(whose, () => consents.append(name, whose, fact)) },
    });
  }

  after(seconds: number, run: () => Promise<void>): void {
    this.#events.push({ at: this.now + seconds * 1000, run });
  }

  /** Lives until this instant: a tick each minute in which anything is due, wakes, receipts, and whatever was put down. */
  async until(end: string): Promise<void> {
    const last = Date.parse(end);
    for (;;) {
      const tick = this.#nextTick();
      const [event] = this.#events.toSorted((a, b) => a.at - b.at);
      const next = Math.min(tick ?? Number.POSITIVE_INFINITY, event?.at ?? Number.POSITIVE_INFINITY);
      if (next > last) {
        this.now = last;
        return;
      }
      this.now = Math.max(this.now, next);
      if (event !== undefined && event.at <= next) {
        this.#events = this.#events.filter((one) => one !== event);
        await event.run();
      } else {
        await this.#dispatch();
      }
    }
  }

  /** The next whole minute at which a tick would find something to do. */
  #nextTick(): number | undefined {
    const dues = [
      ...[...this.messages.pages.values()].map(({ dueAt }) => Date.parse(dueAt)),
      ...[...this.messages.settled.values()].map(({ settleAt }) => Date.parse(settleAt)),
    ];
    const first = Math.min(...dues);
    return dues.length === 0 ? undefined : Math.ceil(Math.max(first, this.now + 1) / 60_000) * 60_000;
  }

  async #dispatch(chain?: number): Promise<void> {
    await this.#attempt(async () => {
      const run = { programme, at: this.at, perSecond: this.perSecond, ...(chain === undefined ? {} : { chain }) };
      const ports = this.#ports();
      const { again, halted, faults } = await dispatchMessages(run, ports);
      if (faults.length > 0) {
        throw new AggregateError(faults, `${faults.length} messages failed: ${String(faults[0])}`);
      }
      this.halts.push(...(halted === undefined ? [] : [halted]));
      const { drawn } = this.#mischief;
      const luck = drawn('wake', this.calls);
      const times = again === undefined || luck < 0.05 ? 0 : luck < 0.1 ? 2 : 1;
      for (let time = 0; time < times; time += 1) {
        this.after(1, () => this.#dispatch(again));
      }
    });
  }

  /** Runs once; a crash ends the run, and nothing else. */
  async #attempt(run: () => Promise<void>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (error) {
      if (
        error instanceof Crash ||
        (error instanceof AggregateError && error.errors.every((one) => one instanceof Crash))
      ) {
        this.crashed += 1;
        return false;
      }
      throw error;
    }
  }

  /** Runs until it succeeds, as whoever is given at least once does. */
  async #until(run: () => Promise<void>): Promise<void> {
    for (let tries = 0; tries < 60; tries += 1) {
      if (await this.#attempt(run)) {
        return;
      }
    }
    throw new Error('60 crashes in a row');
  }

  async #take(message: TextMessage): Promise<SendOutcome> {
    const nth = this.taken.length;
    const type = this.outcome(message, nth);
    if (type !== 'accepted' && type !== 'unknown') {
      return type === 'refused'
        ? { type, cause: 'DESTINATION_COUNTRY_BLOCKED', badNumber: false }
        : type === 'unavailable'
          ? { type, cause: 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT' }
          : { type };
    }
    const { e164, context, body } = message;
    const fate = this.fate(message);
    this.taken.push({ at: this.now, e164, context, body, isShown: fate === 'delivered' });
    this.#noteSend(message);
    for (const [seconds, receipt] of this.#receipts(message, fate)) {
      this.after(seconds, () =>
        this.#until(async () => {
          await noteReceipt({ context, receipt } satisfies ToldReceipt, this.at, this.#ports());
        }),
      );
    }
    return type === 'accepted' ? { type } : { type, cause: 'InternalServerException' };
  }

  #receipts({ context }: TextMessage, fate: Fate): readonly (readonly [number, Receipt])[] {
    const { drawn } = this.#mischief;
    const words = [context.messageId, context.attempt] as const;
    const luck = drawn('receipt', ...words);
    if (fate === 'silent' || luck < 0.08) {
      return [];
    }
    const seconds = 1 + drawn('late', ...words) * 20;
    const at = new Date(this.now + 900).toISOString();
    const common = { at, providerId: `p-${words.join('-')}`, parts: 1, price: 0.0742 };
    const receipt: Receipt =
      fate === 'delivered'
        ? { ...common, result: 'delivered' }
        : fate === 'dead-number'
          ? { ...common, result: 'failed', cause: 'invalid', permanent: true, badNumber: true }
          : { ...common, result: 'failed', cause: 'unreachable', permanent: false, badNumber: false };
    const late = luck < 0.16 ? 3600 * (1 + drawn('hours', ...words) * 20) : seconds;
    const twice = luck > 0.8 ? [[late + 30 * drawn('again', ...words), receipt] as const] : [];
    return [[late, receipt], ...twice];
  }

  #noteSend({ context, e164 }: TextMessage): void {
    const subject = this.planned.get(context.messageId)?.subject ?? '';
    for (const holder of [subject, keyOf(e164)]) {
      const stop = this.stopped.get(holder);
      // Said before the last question about them: the answer was known. Said after it: the message was on its way.
      if (stop !== undefined && stop < (this.asked.get(holder) ?? 0)) {
        this.afterStop.push(context.messageId);
      }
    }
  }

  async #noteStop(holder: { subject: string } | { numberKey: string }, append: () => Promise<void>): Promise<void> {
    await append();
    const name = 'subject' in holder ? holder.subject : holder.numberKey;
    this.stopped.set(name, Math.min(this.calls, this.stopped.get(name) ?? this.calls));
  }

  /** Ports of one run: once it has crashed, nothing of it takes effect any more. */
  #ports(): SendPorts {
    const life = { isDead: false };
    const { consents, journal, messages } = this;
    const wrap = <T extends object>(name: string, port: T): T => this.#failing(name, port, life);
    return {
      messages: wrap('messages', messages),
      journal: wrap('journal', { append: (entries: Parameters<typeof journal.append>[0]) => journal.append(entries) }),
      content: this.#content,
      consents: wrap('consents', {
        append: (...[name, holder, fact]: Parameters<typeof consents.append>) =>
          this.#noteStop(holder, () => consents.append(name, holder, fact)),
        facts: async (...[name, holder]: Parameters<typeof consents.facts>) => {
          const facts = await consents.facts(name, holder);
          this.asked.set('subject' in holder ? holder.subject : holder.numberKey, this.calls);
          return facts;
        },
      }),
      profiles: wrap('profiles', {
        reveal: async (_programme: string, ids: readonly string[]) =>
          new Map(
            ids.flatMap((id) => {
              const profile = this.people.get(id);
              return profile === undefined ? [] : [[id, { profile, corrections: [] }] as const];
            }),
          ),
      }),
      sender: wrap('sender', { send: (_programme: string, message: TextMessage) => this.#take(message) }),
      numberKeyOf: async (e164) => keyOf(e164),
      linkOf: async (_programme, subject, { occasion }) => `https://x.fr/s/${occasion}${subject}`,
    };
  }

  #failing<T extends object>(name: string, port: T, life: { isDead: boolean }): T {
    return new Proxy(port, {
      get: (target, method) => {
        const member: unknown = Reflect.get(target, method);
        if (typeof member !== 'function') {
          return member;
        }
        return async (...args: readonly unknown[]) => {
          const point = `${name}.${String(method)}`;
          const nth = (this.#nth.get(point) ?? 0) + 1;
          this.#nth.set(point, nth);
          this.calls += 1;
          await this.#mischief.meanwhile?.(this.calls)?.();
          const crash = this.#mischief.crashes(point, this.calls);
          if (life.isDead || crash === 'before') {
            life.isDead = true;
            throw new Crash(point);
          }
          const answer: unknown = await Reflect.apply(member, target, args);
          if (crash === 'after') {
            life.isDead = true;
            throw new Crash(point);
          }
          return answer;
        };
      },
    });
  }
}

export function keyOf(e164: string): string {
  return [...e164.slice(1)].reverse().join('');
}

export function personWith(...phones: readonly string[]): RecipientProfile {
  return {
    lastName: 'MARTIN',
    firstName: 'Camille',
    phones: phones.map((e164) => ({ e164, kind: 'mobile' })),
    reasons: [],
    impairments: [],
  };
}
