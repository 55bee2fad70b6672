import type { Kernel } from '../local/kernel/kernel.ts';
import { deriveUuid, type LaneRandom, laneRandom } from '../local/kernel/random.ts';
import { conversationSeconds } from './caller.ts';
import type { Softphone, SoftphoneEvent } from './centre.ts';
import type { Diary } from './diary.ts';
import type { FileCalls, FileConversation } from './samps/file-conversation.ts';

/** The agent desk as agents use it: the same HTTP API as the desk's page, with the agent's own session. */
export interface Desk {
  wrapUp(
    agent: string,
    contactId: string,
    body: { readonly clientId: string; readonly scheme: string; readonly motive: string },
  ): Promise<void>;
  openQuestion(
    agent: string,
    body: { readonly clientId: string; readonly scheme: string; readonly text: string; readonly contactId: string },
  ): Promise<void>;
  /** The script of a call about a file: who to ask for, then the files once the identity is ticked (SAMPS-34). */
  script(agent: string, attemptId: string, clientId: string): Promise<void>;
  /** What came of a call about a file. */
  disposition(agent: string, contactId: string, body: FileWrapUp): Promise<void>;
}

export interface FileWrapUp {
  readonly clientId: string;
  readonly attemptId: string;
  readonly disposition: string;
  readonly outcome?: string;
  /** ISO instant. */
  readonly askedFor?: string;
}

export interface AgentWorld {
  readonly kernel: Kernel;
  readonly desk: Desk;
  readonly diary: Diary;
  readonly seed: number;
  readonly schemes: readonly string[];
  readonly unqualified: string;
  readonly motives: readonly string[];
  /** Who is at the other end of calls about files. */
  readonly fileCalls: FileCalls;
  /** Names of the statuses, as in Connect. */
  readonly statuses: {
    readonly available: string;
    readonly offline: string;
    readonly pause: string;
    readonly lunch: string;
  };
}

/** One working day of one agent. ISO instants. */
export interface Shift {
  readonly username: string;
  readonly from: string;
  readonly to: string;
  readonly breaks: readonly { readonly at: string; readonly minutes: number; readonly kind: 'pause' | 'lunch' }[];
}

/** From the end of the shift to the closing of the softphone: the last wrap-ups are written by then. Open, it tells its state every two minutes. */
const closingMs = 45 * 60_000;

const questionTexts = [
  'Quel justificatif de résidence est accepté quand le bail est au nom d’un parent ?',
  'Le dossier de l’enfant en garde alternée doit-il être déposé par les deux parents ?',
  'À quelle date la carte renouvelée sera-t-elle disponible dans le compte provincial ?',
];

/** An agent at work: takes what is offered, talks, writes the wrap-up, goes on break when nobody is on the line. */
export class SimulatedAgent {
  readonly #world: AgentWorld;
  readonly #softphone: Softphone;
  readonly #username: string;
  #busyWith: string | undefined;
  #wanted: string;
  #attributes: Readonly<Record<string, string>> = {};
  #file: FileConversation | undefined;

  constructor(world: AgentWorld, softphone: Softphone, username: string) {
    this.#world = world;
    this.#softphone = softphone;
    this.#username = username;
    this.#wanted = world.statuses.offline;
    softphone.on((event) => this.#on(event));
  }

  /** Will work this shift. */
  plan(shift: Shift): void {
    const world = this.#world;
    const lane = `agent/${this.#username}/shift`;
    world.kernel.at(Date.parse(shift.from), lane, () => this.#want(world.statuses.available));
    for (const { at, minutes, kind } of shift.breaks) {
      world.kernel.at(Date.parse(at), lane, () =>
        this.#want(kind === 'lunch' ? world.statuses.lunch : world.statuses.pause),
      );
      world.kernel.at(Date.parse(at) + minutes * 60_000, lane, () => this.#want(world.statuses.available));
    }
    world.kernel.at(Date.parse(shift.to), lane, () => this.#want(world.statuses.offline));
    world.kernel.at(Date.parse(shift.to) + closingMs, lane, () => {
      if (this.#busyWith === undefined) this.#softphone.logout();
    });
  }

  #want(status: string): void {
    this.#wanted = status;
    if (this.#busyWith === undefined) this.#softphone.setStatus(status);
  }

  #on(event: SoftphoneEvent): void {
    switch (event.type) {
      case 'offered':
        this.#offered(event.contactId, event.attributes);
        break;
      case 'connected':
        this.#talk(event.contactId);
        break;
      case 'missed':
        this.#missed(event.contactId);
        break;
      case 'after-call-work':
        this.#afterCallWork(event.contactId);
        break;
      case 'cleared':
        this.#busyWith = undefined;
        if (this.#wanted !== this.#world.statuses.available) this.#softphone.setStatus(this.#wanted);
        break;
    }
  }

  #offered(contactId: string, attributes: Readonly<Record<string, string>>): void {
    this.#busyWith = contactId;
    this.#attributes = attributes;
    const { lane, random } = this.#lane(contactId, 'offered');
    if (random.chance(0.01)) return;
    this.#world.kernel.after(1500 + random.next() * 4500, lane, () => {
      if (this.#busyWith === contactId) this.#softphone.accept();
    });
  }

  /** The agent ends the conversation if the caller has not: always a little later than most callers would. */
  #talk(contactId: string): void {
    const { lane, random } = this.#lane(contactId, 'connected');
    this.#file = undefined;
    if (this.#attributes['nature'] === 'campaign') {
      // Who has just been put through says who they are.
      this.#world.kernel.after(1_000, lane, () => this.#talkAboutFile(contactId, lane));
      return;
    }
    this.#world.kernel.after(Math.max(25, conversationSeconds(random)) * 1000, lane, () => {
      if (this.#busyWith === contactId) this.#softphone.hangUp();
    });
  }

  async #talkAboutFile(contactId: string, lane: string): Promise<void> {
    const { kernel, desk, fileCalls } = this.#world;
    const conversation = fileCalls.get(this.#username);
    fileCalls.delete(this.#username);
    if (this.#busyWith !== contactId) return;
    this.#file = conversation;
    if (conversation?.listens === true) {
      const clientId = deriveUuid('script', contactId);
      await desk.script(this.#username, this.#attributes['attemptId'] ?? '', clientId);
    }
    kernel.after((conversation?.seconds ?? 3) * 1000, lane, () => {
      if (this.#busyWith === contactId) this.#softphone.hangUp();
    });
  }

  async #writeFile(contactId: string): Promise<void> {
    const { kernel, desk } = this.#world;
    const { disposition, outcome, laterMinutes } = this.#file ?? { disposition: 'no-answer' };
    await desk.disposition(this.#username, contactId, {
      clientId: deriveUuid('file', contactId, this.#username),
      attemptId: this.#attributes['attemptId'] ?? '',
      disposition,
      ...(outcome === undefined ? {} : { outcome }),
      ...(laterMinutes === undefined ? {} : { askedFor: new Date(kernel.now() + laterMinutes * 60_000).toISOString() }),
    });
  }

  #missed(contactId: string): void {
    this.#busyWith = undefined;
    const { lane, random } = this.#lane(contactId, 'missed');
    this.#world.kernel.after(15_000 + random.next() * 45_000, lane, () => {
      if (this.#busyWith === undefined) this.#softphone.setStatus(this.#wanted);
    });
  }

  #lane(contactId: string, occasion: string): { lane: string; random: LaneRandom } {
    const lane = `agent/${this.#username}/${contactId}`;
    return { lane, random: laneRandom(this.#world.seed, `${lane}/${occasion}`) };
  }

  #afterCallWork(contactId: string): void {
    const { kernel } = this.#world;
    const { lane, random } = this.#lane(contactId, 'wrap-up');
    const length = Math.min(180, Math.max(8, random.logNormal(38, 0.5)));
    kernel.after(length * 600, lane, () => this.#write(contactId, random));
    kernel.after(length * 1000, lane, () => {
      if (this.#busyWith === contactId) this.#softphone.completeAfterCallWork();
    });
  }

  async #write(contactId: string, random: ReturnType<typeof laneRandom>): Promise<void> {
    if (this.#attributes['nature'] === 'campaign') {
      await this.#writeFile(contactId);
      return;
    }
    const { desk, diary, kernel, schemes, unqualified, motives } = this.#world;
    const agent = this.#username;
    const chosen = this.#attributes['scheme'] ?? unqualified;
    const corrected = chosen === unqualified ? random.chance(0.6) : random.chance(0.04);
    const scheme = corrected ? random.pick(schemes) : chosen;
    const motive = random.pick(motives);
    const callback = this.#attributes['callbackId'] !== undefined;
    diary.write({ kind: 'wrap-up', agent, contactId, at: kernel.iso(), scheme, motive, callback });
    await desk.wrapUp(agent, contactId, { clientId: deriveUuid('wrap-up', contactId, agent), scheme, motive });
    if (random.chance(0.02)) {
      diary.write({ kind: 'question', agent, at: kernel.iso(), scheme });
      await desk.openQuestion(agent, {
        clientId: deriveUuid('question', contactId, agent),
        scheme,
        text: random.pick(questionTexts),
        contactId,
      });
    }
  }
}

/** Shifts that keep most agents on the phones at the morning peak: staggered pauses, lunches from 11:15, all there at opening. */
export function shifts(usernames: readonly string[], open: { readonly from: string; readonly to: string }): Shift[] {
  const from = Date.parse(open.from);
  const minute = (n: number) => new Date(from + n * 60_000).toISOString();
  return usernames.map((username, index) => ({
    username,
    from: new Date(from - (5 * 60_000 - index * 20_000)).toISOString(),
    to: new Date(Date.parse(open.to) + 8 * 60_000 + index * 15_000).toISOString(),
    breaks: [
      { at: minute(120 + index * 12), minutes: 12, kind: 'pause' as const },
      { at: minute(225 + index * 28), minutes: 45, kind: 'lunch' as const },
      { at: minute(420 + index * 8), minutes: 10, kind: 'pause' as const },
    ],
  }));
}
