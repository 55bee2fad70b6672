import type { Erasable, Keeper } from '../retention/keeper.ts';
import type { Profiles } from './profiles.ts';
import type { RecipientRegister } from './recipient-register.ts';
import type { RegisterEntry } from './register-entry.ts';

/** Port: numbers behind their keys, and what is known of them whoever holds them. */
export interface KeptNumbers extends Erasable<string> {
  /** A page of keys that have an identity; `heardAt`: the last instant at which something was heard of them, absent when never. */
  page(
    programme: string,
    after: string | undefined,
  ): Promise<{
    readonly numbers: readonly { readonly key: string; readonly heardAt?: string }[];
    readonly next?: string;
  }>;
}

export interface RegisterKeeperPorts {
  readonly register: Pick<RecipientRegister, 'entries' | 'find'> & {
    /** Lines and departures. */
    forget(programme: string, people: readonly string[]): Promise<void>;
  };
  readonly profiles: Profiles;
  readonly numbers: KeptNumbers;
  /** Comments about a person, by campaign and cycle; gone with the profile. */
  readonly comments: { all(programme: string, person: string): Promise<Readonly<Record<string, string>>> };
  /** Those of these who are still wanted for something else than the register. */
  readonly wanted: (programme: string, people: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** People forgotten together. */
const batchSize = 100;

/**
 * The register and who its people are, in the order in which they go: telephone numbers that nobody else has, the line of the register, and last the profile
 * under the person's own key.
 */
export function registerKeepers(ports: RegisterKeeperPorts) {
  const { register, profiles, numbers, comments, wanted } = ports;

  const number: Keeper = {
    data: 'number',
    /** Numbers of nobody of the register go once nothing was heard of them for long enough: relatives share one, and it stays for the last of them. */
    async purge({ programme, before, after, most }) {
      const held = new Set((await register.entries(programme)).flatMap(({ numberKeys }) => numberKeys));
      let from = after;
      let looked = 0;
      let forgotten = 0;
      do {
        const page = await numbers.page(programme, from);
        const over = page.numbers.filter(({ key, heardAt = '' }) => !held.has(key) && heardAt < before);
        await numbers.erase(
          programme,
          over.map(({ key }) => key),
        );
        looked += page.numbers.length;
        forgotten += over.length;
        from = page.next;
      } while (from !== undefined && looked < most);
      return { looked, forgotten, ...(from === undefined ? {} : { next: from }) };
    },
    async forget(programme, people) {
      const entries = await register.entries(programme);
      const [own, others] = [entries.filter(isOf(people)), entries.filter((entry) => !isOf(people)(entry))];
      const shared = new Set(others.flatMap(({ numberKeys }) => numberKeys));
      const keys = [...new Set(own.flatMap(({ numberKeys }) => numberKeys))].filter((key) => !shared.has(key));
      await numbers.erase(programme, keys);
      return keys.length;
    },
  };
  const line: Keeper = {
    data: 'register',
    /** Who was registered and never went further. */
    async purge({ programme, before }) {
      const old = (await register.entries(programme)).filter(({ validFrom }) => validFrom < before);
      const ids = old.map(({ recipientId }) => recipientId);
      const kept = await wanted(programme, ids);
      const over = ids.filter((id) => !kept.has(id));
      for (let start = 0; start < over.length; start += batchSize) {
        const part = over.slice(start, start + batchSize);
        await line.forget?.(programme, part);
        await profile.forget?.(programme, part);
      }
      return { looked: old.length, forgotten: over.length };
    },
    async forget(programme, people) {
      const known = await Promise.all(people.map(async (person) => await register.find(programme, person)));
      const there = known.filter((entry) => entry !== undefined);
      await register.forget(programme, people);
      return there.length;
    },
    async tell(programme, person) {
      const entry = await register.find(programme, person);
      return entry === undefined ? [] : [{ ...entry }];
    },
  };
  const profile: Keeper = {
    data: 'profile',
    async forget(programme, people) {
      await profiles.erase(programme, people);
      return people.length;
    },
    async tell(programme, person) {
      const kept = (await profiles.reveal(programme, [person])).get(person);
      const said = await comments.all(programme, person);
      return [
        ...(kept === undefined ? [] : [{ ...kept }]),
        ...(Object.keys(said).length === 0 ? [] : [{ comments: said }]),
      ];
    },
  };
  return { number, line, profile };
}

/** Ids of the same person: they share what lists recognise people by, their identifier or name and birth date. */
export function sameIdentity(entries: readonly RegisterEntry[], person: string): readonly string[] {
  const own = entries.find(({ recipientId }) => recipientId === person);
  if (own === undefined) {
    return [person];
  }
  return entries.filter(({ exact }) => exact.some((key) => own.exact.includes(key))).map((one) => one.recipientId);
}

function isOf(people: readonly string[]) {
  return ({ recipientId }: RegisterEntry) => people.includes(recipientId);
}
