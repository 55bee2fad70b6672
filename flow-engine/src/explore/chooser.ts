import { seededRandom } from './seeded-random.ts';

export interface Option<T> {
  /** What it is, in words: a chosen script is the list of these. */
  readonly label: string;
  readonly value: T;
  /** Things go wrong a few times at each place, then seldom: otherwise no contact would get far. */
  readonly isRare?: boolean;
}

export const option = <T>(label: string, value: T): Option<T> => ({ label, value });
export const rarely = <T>(label: string, value: T): Option<T> => ({ label, value, isRare: true });

/** How often something is decided at random rather than by what was tried least: both together find branches that need a combination. */
const curiosity = 0.4;
const rareTries = 3;
const rareShare = 0.08;
/** How many contacts are stubborn, and how often those do the same again where they have been before: loops end only for them. */
const stubbornShare = 0.3;
const stubbornness = 0.9;

/** Decides what the world does. It prefers, at each place, what it has done there least; one seed, one series of decisions. */
export class Chooser {
  readonly #random: () => number;
  readonly #tried = new Map<string, number>();
  #made: string[] = [];
  #habits: Map<string, string> | undefined;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** Starts a new contact, with its own list of decisions. */
  begin(): void {
    this.#made = [];
    this.#habits = this.#random() < stubbornShare ? new Map() : undefined;
  }

  get made(): readonly string[] {
    return this.#made;
  }

  pick<T>(place: string, options: readonly [Option<T>, ...Option<T>[]], chance = curiosity): T {
    const [first, second] = options;
    if (second === undefined) return first.value;
    const habit = this.#habits?.get(place);
    const again = habit === undefined ? undefined : options.find(({ label }) => label === habit);
    if (again !== undefined && this.#random() < stubbornness) return this.#choose(place, again);
    const usual = options.filter((each) => each.isRare !== true);
    const dueRare = options.filter(
      (each) => each.isRare === true && (this.#triedAt(place, each) < rareTries || this.#random() < rareShare),
    );
    const candidates = dueRare.length > 0 && (usual.length === 0 || this.#random() < 0.5) ? dueRare : usual;
    let chosen = candidates[Math.floor(this.#random() * candidates.length)] ?? first;
    if (this.#random() >= chance)
      for (const candidate of candidates)
        if (this.#triedAt(place, candidate) < this.#triedAt(place, chosen)) chosen = candidate;
    return this.#choose(place, chosen);
  }

  #choose<T>(place: string, chosen: Option<T>): T {
    this.#tried.set(`${place}\n${chosen.label}`, this.#triedAt(place, chosen) + 1);
    this.#habits?.set(place, chosen.label);
    this.#made.push(`${place}: ${chosen.label}`);
    return chosen.value;
  }

  #triedAt(place: string, { label }: Option<unknown>): number {
    return this.#tried.get(`${place}\n${label}`) ?? 0;
  }
}
