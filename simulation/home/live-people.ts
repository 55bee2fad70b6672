import { laneRandom } from '../../local/kernel/random.ts';
import { installPhone } from '../callee.ts';
import { SimulatedCaller } from '../caller.ts';
import { phoneNetwork } from '../local-centre.ts';
import type { Centre } from '../open-centre.ts';
import { drawPerson } from '../population.ts';
import { callerWords } from './caller-words.ts';

/** Whoever rings while a person sits at a desk, and whether simulated agents take calls beside them. */
export interface LivePeopleState {
  /** Simulated people who rang so far. */
  readonly rang: number;
  /** Somebody rings about every minute. */
  readonly isFlowing: boolean;
  readonly agentsRest: boolean;
}

const minute = 60_000;
/** Callers know that a person reads what they say: they leave sooner than by voice. */
const sayMs = 4_000;
const thenMs = 20_000;

/** Simulated callers on demand, in real time. What people ask for goes through the log of inputs, so that after a crash the same people ring. */
export class LivePeople {
  readonly #centre: Centre;
  #rang = 0;
  #isFlowing = false;
  #agentsRest = false;

  constructor(centre: Centre) {
    this.#centre = centre;
    const { inputs } = centre.cloud.context;
    inputs.register('live-people/ring', () => this.#ring());
    inputs.register('live-people/flow', (data) => this.#flow(data['on'] === true));
    inputs.register('live-people/rest', (data) => this.#rest(data['on'] === true));
  }

  get state(): LivePeopleState {
    return { rang: this.#rang, isFlowing: this.#isFlowing, agentsRest: this.#agentsRest };
  }

  async act(action: 'ring' | 'flow' | 'rest', on: boolean): Promise<void> {
    await this.#centre.cloud.context.inputs.submit(`live-people/${action}`, { on });
  }

  #flow(on: boolean): void {
    if (this.#isFlowing === on) return;
    this.#isFlowing = on;
    if (on) this.#next();
  }

  #next(): void {
    if (!this.#isFlowing) return;
    this.#ring();
    const random = laneRandom(this.#centre.world.programme.name, `live-people/${this.#rang}/pause`);
    this.#centre.cloud.kernel.after(minute / 2 + random.exponential(minute / 2), 'live-people', () => this.#next());
  }

  #ring(): void {
    const { cloud, world, diary, number } = this.#centre;
    const { kernel } = cloud;
    const { schemes } = world.surroundings;
    this.#rang += 1;
    const caller = drawPerson({ seed: 0, schemes }, `live/${this.#rang}`, kernel.now());
    const network = phoneNetwork(cloud.connect);
    const around = { kernel, network, diary, seed: 0 };
    const schemeLabels = Object.fromEntries(schemes.map(({ code, label }) => [code, label]));
    const until = new Date(kernel.now() + 60 * minute).toISOString();
    // They are there to be answered: nobody gives up early.
    const patient = { ...caller, patience: 600, impatience: 0, wrongKey: 0, acceptsCallback: 0 };
    const words = callerWords(caller.scheme, laneRandom(0, `words/${caller.lane}`).next());
    const says = [
      { afterMs: sayMs, text: words.first },
      { afterMs: thenMs, text: words.next },
    ];
    new SimulatedCaller({ ...around, centreNumber: number, schemeLabels, until }, { ...patient, says });
    if (!caller.hidesNumber) installPhone(around, caller);
  }

  /** Simulated agents go on a pause after the call they are on, or come back. */
  #rest(on: boolean): void {
    const { cloud, world } = this.#centre;
    const { available, pause } = world.surroundings.statuses;
    this.#agentsRest = on;
    const seated = new Set(cloud.deskPhones.taken().map(({ agent }) => agent));
    for (const agent of cloud.connect.agents()) {
      const phone = cloud.connect.agent(agent);
      if (!seated.has(agent) && phone.status !== 'Offline') phone.setStatus(on ? pause : available);
    }
  }
}
