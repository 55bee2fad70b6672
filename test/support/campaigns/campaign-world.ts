import type { Disposition } from '../../../domain/attempt/dispositions.ts';
import type { ProgrammeCalendar } from '../../../domain/calendar/calendar.ts';
import type { ContactRecord } from '../../../domain/call/contact-record.ts';
import type { DescribedContact } from '../../../domain/call/contacts.ts';
import type { DialOrder, DialOutcome } from '../../../domain/callback/dialler.ts';
import type { VoiceReach } from '../../../domain/callback/voice-reach.ts';
import type { Arming } from '../../../domain/campaign/arming.ts';
import { parseAttemptId } from '../../../domain/campaign/attempt-id.ts';
import type { CampaignType } from '../../../domain/campaign/campaign-type.ts';
import { declareLevel } from '../../../domain/campaign/declare-level.ts';
import { dispatchCampaigns } from '../../../domain/campaign/dispatch-campaigns.ts';
import type { CentreLoad, DispatchPorts } from '../../../domain/campaign/dispatch-run.ts';
import { attemptOfRecord, fileAttemptRecords } from '../../../domain/campaign/file-attempt-records.ts';
import { noteDisposition } from '../../../domain/campaign/note-disposition.ts';
import type { OrderForm } from '../../../domain/campaign/order-form.ts';
import { placeOrder } from '../../../domain/campaign/place-order.ts';
import type { PresentAgent } from '../../../domain/presence/presence.ts';
import type { SchemeDefinition } from '../../../domain/programme/programme.ts';
import { fileScript } from '../../../programmes/samps/script.ts';
import { calendar } from '../../domain/attempt/heat-wave.ts';
import { MemoryContent, MemoryJournal, MemoryRegister, memoryPeople } from '../calls/memory-ports.ts';
import { heatWave, schemes } from './heat-wave-campaign.ts';
import { MemoryCampaigns, MemoryPeopleRegister } from './memory-campaigns.ts';

/** What happens when a phone rings: seconds of ringing, then somebody (and how long, and what the agent says of it) or nobody. */
export type Answer =
  | { readonly type: 'nobody' | 'busy' | 'invalid' }
  | {
      readonly type: 'somebody';
      readonly after: number;
      readonly talk: number;
      readonly disposition: Disposition;
      readonly askedForMinutes?: number;
      /** Their answers promise another call. */
      readonly callback?: boolean;
    };

/** How Connect's events misbehave, by the number of the event. */
export interface Mischief {
  readonly loses?: (event: number) => boolean;
  readonly doubles?: (event: number) => boolean;
  /** The record of the contact is given up: nobody ever files it. */
  readonly givesUp?: (event: number) => boolean;
  readonly lateSeconds?: (event: number) => number;
  /** The n-th call of all, or the n-th at one point such as `board.writeState`, fails before or after it took effect. */
  readonly crashes?: (call: number, point: string, nth: number) => 'before' | 'after' | undefined;
}

interface Dial {
  readonly attemptId: string;
  readonly numberKey: string;
  readonly contactId: string;
  readonly at: number;
  endsAt: number;
  waitsForAgent: boolean;
  record?: ContactRecord;
}

/** Where a campaign is lived: by default, Paris. `isOpen`: hours, UTC, in which the clock ticks. */
export interface Ground {
  readonly calendar: ProgrammeCalendar;
  readonly schemes: readonly SchemeDefinition[];
  readonly voiceReach: VoiceReach;
  readonly ticksAt: (hour: number) => boolean;
  /** Start of everybody's number. */
  readonly prefix: string;
}

const paris: Ground = {
  calendar,
  schemes,
  voiceReach: { '+33': 'confirmed' },
  ticksAt: (hour) => hour >= 6 && hour < 18,
  prefix: '+3314000',
};

const second = 1000;
const announcement = 6;

/** Connect and the people, as far as campaigns see them, in virtual seconds. It keeps its own account of every ring. */
export class CampaignWorld {
  now: number;
  agents = 10;
  /** Of the free ones, how many take the calls of these queues; absent = all. */
  skilled?: Readonly<Record<string, number>>;
  arming: Arming = { agents: 10, agentsFrom: 'signed-in', loaded: 0, callable: 0 };
  readonly dials: Dial[] = [];
  readonly rings: {
    readonly recipientId: string;
    readonly n: number;
    readonly numberKey: string;
    readonly at: number;
  }[] = [];
  readonly campaigns = new MemoryCampaigns();
  readonly register = new MemoryPeopleRegister();
  readonly callbacks = new MemoryRegister();
  readonly journal = new MemoryJournal();
  readonly people = memoryPeople();
  answers: (recipientId: string, n: number, at: number) => Answer = () => ({ type: 'nobody' });
  portCalls = 0;
  /** How often each point was passed: the failpoints there are. */
  readonly points = new Map<string, number>();
  crashed = 0;
  mischief: Mischief;
  readonly #queue: { readonly at: number; readonly order: number; readonly run: () => void | Promise<void> }[] = [];
  #order = 0;
  #events = 0;
  #tokens = 5;
  #tokensAt: number;
  #busy = 0;
  #afterCall: number[] = [];
  readonly #waiting: { readonly answer: Extract<Answer, { type: 'somebody' }>; readonly dial: Dial }[] = [];
  readonly #ports: DispatchPorts;

  readonly #ground: Ground;
  readonly #type: CampaignType;

  constructor(start: string, mischief: Mischief = {}, type: CampaignType = heatWave, ground: Ground = paris) {
    this.#ground = ground;
    this.now = Date.parse(start);
    this.#tokensAt = this.now;
    this.mischief = mischief;
    const content = new MemoryContent({
      calendar: ground.calendar,
      schemes: ground.schemes,
      campaignTypes: [type],
      scripts: [fileScript],
    });
    this.#type = type;
    this.#ports = this.#watched({
      campaigns: this.campaigns,
      board: this.campaigns,
      register: this.register,
      drillRegister: this.register,
      content,
      journal: this.journal,
      lock: this.callbacks,
      callbacks: this.callbacks,
      centre: { now: async () => this.#load() },
      presence: { read: async () => ({ agents: this.#afterCall.map((at) => this.#inAfterCall(at)), version: 1 }) },
      dialler: { dial: async (order) => this.#dial(order) },
      contacts: { describe: async (id) => this.#describe(id) },
      people: this.people.people,
    });
  }

  enrol(count: number, given: (index: number) => Partial<MemoryPeopleRegister['lines'][number]> = () => ({})): void {
    for (let index = 0; index < count; index += 1) {
      const recipientId = `r${String(index).padStart(4, '0')}`;
      const e164 = `${this.#ground.prefix}${String(index).padStart(4, '0')}`;
      const numberKey = [...e164.slice(1)].reverse().join('');
      this.people.numbers.set(numberKey, e164);
      this.register.lines.push({
        recipientId,
        numberKeys: [numberKey],
        channel: 'voice',
        ageBand: '80-84',
        sector: '75013',
        riskRank: index % 7,
        ...given(index),
      });
    }
  }

  async declare(level: number, choice: 'finish-cycle' | 'now' = 'finish-cycle', crisis = 'canicule') {
    const at = iso(this.now);
    return await declareLevel(
      { programme: 'reflex', crisis, level, at, by: 'cheffe', drill: false, choice },
      { ...this.#ports, judgeArming: async () => ({ ...this.arming, loaded: this.register.lines.length }) },
    );
  }

  /** Of whoever else acts on the campaign. */
  get ports() {
    return { ...this.#ports, questionnaires: { passed: async () => ({ complete: true, callback: false }) } };
  }

  async order(form: OrderForm) {
    return await placeOrder({ ...form, programme: 'reflex', at: iso(this.now), by: 'superviseur' }, this.#ports);
  }

  /** Lives until then: a tick each minute of 08:00 to 20:00 in Paris, and what the people do. */
  async until(end: string): Promise<void> {
    const stop = Date.parse(end);
    for (let tick = Math.ceil(this.now / 60_000) * 60_000; tick <= stop; tick += 60_000) {
      if (this.#ground.ticksAt(new Date(tick).getUTCHours())) {
        this.#at(tick, () => this.#run('tick'));
      }
    }
    for (;;) {
      this.#queue.sort((a, b) => a.at - b.at || a.order - b.order);
      const [next] = this.#queue;
      if (next === undefined || next.at > stop) {
        break;
      }
      this.#queue.shift();
      this.now = Math.max(this.now, next.at);
      await next.run();
    }
    this.now = stop;
  }

  /** Rings of one number at the same time: never two. */
  overlaps(): number {
    const byNumber = Map.groupBy(this.dials, ({ numberKey }) => numberKey);
    return [...byNumber.values()].reduce((count, dials) => {
      const sorted = dials.toSorted((a, b) => a.at - b.at);
      return count + sorted.filter((dial, index) => dial.at < (sorted[index - 1]?.endsAt ?? 0)).length;
    }, 0);
  }

  async #run(kind: 'tick' | 'wake'): Promise<void> {
    const run = {
      programme: 'reflex',
      at: iso(this.now),
      kind,
      voiceReach: this.#ground.voiceReach,
      concurrentCalls: 80,
    } as const;
    try {
      const { again } = await dispatchCampaigns(run, this.#ports);
      if (again > 0) {
        this.#at(this.now + again * second, () => this.#run('wake'));
      }
    } catch (error) {
      this.#forgive(error);
    }
  }

  #inAfterCall(at: number): PresentAgent {
    const since = iso(at);
    return {
      agent: `agent-${at}`,
      status: { name: 'Available', type: 'ROUTABLE', since },
      contacts: [{ contactId: 'c', state: 'ENDED', since }],
      routingProfile: 'reflex-conseiller',
      eventAt: since,
    };
  }

  #load(): CentreLoad {
    const available = Math.max(0, this.agents - this.#busy - this.#afterCall.length - this.#waiting.length);
    return {
      agentsOnline: this.agents,
      agentsAvailable: available,
      ...(this.skilled && { availableIn: this.skilled }),
      agentsAfterCall: this.#afterCall.length,
      agentsOnContact: this.#busy,
      contactsWaiting: this.#waiting.length,
    };
  }

  #dial({ token, attributes }: DialOrder): DialOutcome {
    const known = this.dials.find(({ attemptId }) => attemptId === token);
    if (known !== undefined) {
      return { type: 'dialled', contactId: known.contactId };
    }
    this.#tokens = Math.min(5, this.#tokens + ((this.now - this.#tokensAt) / second) * 2);
    this.#tokensAt = this.now;
    if (this.#tokens < 1) {
      return { type: 'throttled' };
    }
    this.#tokens -= 1;
    const name = parseAttemptId(token);
    const numberKey = attributes['numberKey'] ?? '';
    if (name === undefined) {
      throw new Error(`Dial with token ${token}`);
    }
    const dial: Dial = {
      attemptId: token,
      numberKey,
      contactId: `c-${token}`,
      at: this.now,
      endsAt: Number.POSITIVE_INFINITY,
      waitsForAgent: false,
    };
    this.dials.push(dial);
    this.rings.push({ recipientId: name.recipientId, n: name.n, numberKey, at: this.now });
    const answer = this.answers(name.recipientId, name.n, this.now);
    if (answer.type === 'somebody') {
      this.#at(this.now + (answer.after + announcement) * second, () => {
        this.#waiting.push({ answer, dial });
        dial.waitsForAgent = true;
        this.#serve();
        this.#at(this.now + 15 * second, () => this.#giveUp(dial));
      });
    } else {
      const [seconds, reason] =
        answer.type === 'nobody'
          ? [30, 'TELECOM_UNANSWERED']
          : [2, answer.type === 'busy' ? 'TELECOM_BUSY' : 'TELECOM_NUMBER_INVALID'];
      this.#at(this.now + seconds * second, () => this.#end(dial, { disconnectReason: reason }));
    }
    return { type: 'dialled', contactId: dial.contactId };
  }

  #serve(): void {
    while (this.#waiting.length > 0 && this.#busy + this.#afterCall.length < this.agents) {
      const next = this.#waiting.shift();
      if (next !== undefined) {
        this.#talk(next.answer, next.dial);
      }
    }
  }

  #talk(answer: Extract<Answer, { type: 'somebody' }>, dial: Dial): void {
    dial.waitsForAgent = false;
    this.#busy += 1;
    const connected = this.now;
    const queue = { name: 'reflex-canicule', enqueuedAt: iso(connected), seconds: 0 };
    this.#at(this.now + answer.talk * second, async () => {
      const endedAt = this.now;
      this.#busy -= 1;
      this.#afterCall.push(endedAt);
      dial.endsAt = endedAt;
      this.#at(endedAt + 20 * second, () => this.#wrapUp(answer, dial));
      this.#at(endedAt + 45 * second, () => {
        this.#afterCall = this.#afterCall.filter((at) => at !== endedAt);
        const agent = {
          username: 'agent',
          connectedAt: iso(connected),
          interactionSeconds: answer.talk,
          holdSeconds: 0,
          afterContactSeconds: 45,
        };
        this.#serve();
        this.#end(dial, { connectedAt: iso(dial.at + answer.after * second), queue, agent }, endedAt);
      });
    });
  }

  #giveUp(dial: Dial): void {
    const index = this.#waiting.findIndex((one) => one.dial === dial);
    if (index !== -1) {
      this.#waiting.splice(index, 1);
      const queue = { name: 'reflex-canicule', enqueuedAt: iso(this.now - 15 * second), seconds: 15 };
      this.#end(dial, { connectedAt: iso(this.now - 20 * second), queue });
    }
  }

  async #wrapUp(
    { disposition, askedForMinutes, callback }: Extract<Answer, { type: 'somebody' }>,
    dial: Dial,
  ): Promise<void> {
    const attempt = parseAttemptId(dial.attemptId);
    if (attempt === undefined) {
      return;
    }
    const told = {
      programme: 'reflex',
      attempt,
      contactId: dial.contactId,
      startedAt: iso(dial.at),
      disposition,
      revision: 1,
      agent: 'agent',
      at: iso(this.now),
      ...(askedForMinutes === undefined ? {} : { askedFor: iso(this.now + askedForMinutes * 60_000) }),
      ...(this.#type.script !== undefined && disposition === 'complete' ? { outcome: 'en-ligne' } : {}),
    };
    const questionnaires = { passed: async () => ({ complete: true, callback: callback === true }) };
    for (let tries = 0; tries < 20; tries += 1) {
      try {
        const answer = await noteDisposition(told, { ...this.#ports, questionnaires });
        if (answer.type !== 'noted') {
          throw new Error(JSON.stringify(answer));
        }
        return;
      } catch (error) {
        // The desk shows the error and the agent presses again.
        this.#forgive(error);
      }
    }
  }

  #end(dial: Dial, given: Partial<ContactRecord>, endedAt = this.now): void {
    dial.endsAt = endedAt;
    const event = this.#events;
    this.#events += 1;
    dial.record = {
      instanceArn: 'arn',
      contactId: dial.contactId,
      initialContactId: dial.contactId,
      channel: 'VOICE',
      initiation: 'API',
      initiatedAt: iso(dial.at),
      disconnectedAt: iso(endedAt),
      lastUpdate: iso(endedAt),
      attributes: { programme: 'reflex', attemptId: dial.attemptId, numberKey: dial.numberKey },
      ...given,
    };
    if (this.mischief.loses?.(event) !== true) {
      this.#at(this.now + second, () => this.#run('wake'));
    }
    const copies = this.mischief.givesUp?.(event) === true ? 0 : this.mischief.doubles?.(event) === true ? 2 : 1;
    for (let copy = 1; copy <= copies; copy += 1) {
      const late = (this.mischief.lateSeconds?.(event) ?? 20) * copy;
      this.#at(this.now + late * second, () => this.#file(dial));
    }
  }

  async #file(dial: Dial): Promise<void> {
    const { record } = dial;
    const attempt = record && attemptOfRecord(record);
    if (record === undefined || attempt === undefined) {
      throw new Error(`No record of ${dial.attemptId}`);
    }
    try {
      const { faults } = await fileAttemptRecords([{ record, attempt, programme: 'reflex' }], this.#ports);
      if (faults.size > 0) {
        throw faults.get(0);
      }
    } catch (error) {
      // The stream delivers it again.
      this.#forgive(error);
      this.#at(this.now + second, () => this.#file(dial));
    }
  }

  #describe(contactId: string): DescribedContact | undefined {
    const dial = this.dials.find((one) => one.contactId === contactId);
    return (
      dial && {
        contactId,
        initialContactId: contactId,
        initiation: 'API',
        initiatedAt: iso(dial.at),
        ...(Number.isFinite(dial.endsAt) && dial.record
          ? {
              disconnectedAt: iso(dial.endsAt),
              ...(dial.record.disconnectReason ? { disconnectReason: dial.record.disconnectReason } : {}),
              ...(dial.record.agent ? { agentConnectedAt: dial.record.agent.connectedAt } : {}),
              ...(dial.record.connectedAt ? { connectedAt: dial.record.connectedAt } : {}),
            }
          : {}),
      }
    );
  }

  #at(at: number, run: () => void | Promise<void>): void {
    this.#order += 1;
    this.#queue.push({ at, order: this.#order, run });
  }

  /** Failpoints before and after every call of every port. */
  #watched(ports: DispatchPorts): DispatchPorts {
    const watch = <T extends object>(port: T, of: string): T =>
      new Proxy(port, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function' || name === 'inForce') {
            return member;
          }
          return async (...args: unknown[]) => {
            this.portCalls += 1;
            const point = `${of}.${String(name)}`;
            const nth = (this.points.get(point) ?? 0) + 1;
            this.points.set(point, nth);
            const crash = this.mischief.crashes?.(this.portCalls, point, nth);
            this.crashed += crash === undefined ? 0 : 1;
            if (crash === 'before') {
              throw new Crash(String(name));
            }
            const answer: unknown = await Reflect.apply(member, target, args);
            if (crash === 'after') {
              throw new Crash(String(name));
            }
            return answer;
          };
        },
      });
    return {
      ...ports,
      campaigns: watch(ports.campaigns, 'campaigns'),
      board: watch(ports.board, 'board'),
      register: watch(ports.register, 'register'),
      drillRegister: watch(ports.drillRegister, 'drillRegister'),
      journal: watch(ports.journal, 'journal'),
      lock: watch(ports.lock, 'lock'),
      callbacks: watch(ports.callbacks, 'callbacks'),
      centre: watch(ports.centre, 'centre'),
      presence: watch(ports.presence, 'presence'),
      dialler: watch(ports.dialler, 'dialler'),
      contacts: watch(ports.contacts, 'contacts'),
      people: watch(ports.people, 'people'),
    };
  }

  #forgive(error: unknown): void {
    const inner = error instanceof AggregateError ? error.errors[0] : error;
    if (!(inner instanceof Crash)) {
      throw error;
    }
  }
}

class Crash extends Error {}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
