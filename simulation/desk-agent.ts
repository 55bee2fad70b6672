import type { LocalCloud } from '../local/index.ts';
import { softphone } from './local-centre.ts';

const minute = 60_000;
/** What the agent hears and says before either knows what the call is about. */
const openingMs = 2_000;
/** A share of the time of wrap-up: what came of the call is written before it ends. */
const writtenAfter = 0.8;

/** One working day of an agent: epoch milliseconds. */
export interface AgentDay {
  readonly from: number;
  readonly to: number;
  readonly breaks: readonly { readonly at: number; readonly minutes: number; readonly status: 'Pause' | 'Déjeuner' }[];
}

/** Where agents are: `onTheLine`, what can be heard by agent once somebody answers. */
interface AgentWorld<Line> {
  readonly cloud: Pick<LocalCloud, 'kernel' | 'connect'>;
  readonly onTheLine: Map<string, Line>;
}

/**
 * An agent whose calls come by themselves: answers, is on the line with whoever is there, writes what came of the call, goes on break between two calls. What
 * is said and written is of each kind of day.
 */
export abstract class DeskAgent<World extends AgentWorld<Line>, Line, Call extends { readonly contactId: string }> {
  protected readonly world: World;
  protected readonly username: string;
  protected readonly softphone: ReturnType<typeof softphone>;
  protected call: Call | undefined;
  readonly #lane: string;
  #wanted = 'Offline';

  /** `lane`: first word of what the agent does in the seeded world. */
  constructor(world: World, username: string, lane: string) {
    this.world = world;
    this.username = username;
    this.#lane = lane;
    this.softphone = softphone(world.cloud.connect, username);
    this.softphone.on((event) => {
      switch (event.type) {
        case 'offered':
          this.call = this.offered(event.contactId, event.attributes);
          break;
        case 'connected':
          this.#connected();
          break;
        case 'missed':
          this.call = undefined;
          this.later('missed', 20_000, () => this.softphone.setStatus(this.#wanted));
          break;
        case 'after-call-work':
          this.#afterCallWork();
          break;
        case 'cleared':
          this.call = undefined;
          if (this.#wanted !== 'Available') this.softphone.setStatus(this.#wanted);
          break;
      }
    });
  }

  protected abstract offered(contactId: string, attributes: Readonly<Record<string, string>>): Call;
  /** Both are on the line; `call` is the one in hand. */
  protected abstract talk(call: Call, line: Line): void | Promise<void>;
  protected abstract wrapUpSeconds(call: Call): number;
  protected abstract write(call: Call): Promise<void>;

  work({ from, to, breaks }: AgentDay): void {
    const { kernel } = this.world.cloud;
    const lane = `${this.#lane}/${this.username}/day`;
    kernel.at(from, lane, () => this.#want('Available'));
    for (const { at, minutes, status } of breaks) {
      kernel.at(at, lane, () => this.#want(status));
      kernel.at(at + minutes * minute, lane, () => this.#want('Available'));
    }
    kernel.at(to, lane, () => this.#want('Offline'));
  }

  /** The line breaks, whatever is going on: nothing more is said, written or pressed. Back after a while. */
  vanish(minutes: number): void {
    this.softphone.logout();
    this.call = undefined;
    this.world.onTheLine.delete(this.username);
    this.later('back', minutes * minute, () => {
      if (this.#wanted !== 'Offline') this.softphone.setStatus(this.#wanted);
    });
  }

  protected later(occasion: string, ms: number, task: () => void | Promise<void>): void {
    this.world.cloud.kernel.after(ms, `${this.#lane}/${this.username}/${occasion}`, task);
  }

  #want(status: string): void {
    this.#wanted = status;
    if (this.call === undefined) this.softphone.setStatus(status);
  }

  /** Whatever is said reaches the agent once both are on the line. */
  #connected(): void {
    const { call } = this;
    if (call === undefined) return;
    this.later(call.contactId, openingMs, () => {
      const { onTheLine } = this.world;
      const line = onTheLine.get(this.username);
      onTheLine.delete(this.username);
      if (line === undefined || this.call !== call) return this.softphone.hangUp();
      return this.talk(call, line);
    });
  }

  #afterCallWork(): void {
    const { call } = this;
    if (call === undefined) return;
    const seconds = this.wrapUpSeconds(call);
    this.later(call.contactId, seconds * writtenAfter * 1000, () => this.write(call));
    this.later(call.contactId, seconds * 1000, () => {
      if (this.call === call) this.softphone.completeAfterCallWork();
    });
  }
}
