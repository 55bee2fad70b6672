import type { Member } from '../member/member.ts';
import { type PreparedPerson, preparedPerson, sameMember } from '../member/same-member.ts';

/** Who is a member of several structures, in counts: nobody is named, and only general administrators are told. */
export interface SeveralStructures {
  readonly people: number;
  /** Members of each structure who are also another's, by its id. */
  readonly members: ReadonlyMap<string, number>;
}

interface Seen {
  readonly prepared: PreparedPerson;
  /** A structure each time they are a member. */
  readonly structures: string[];
}

/** Counts people by the rule that leads to a sheet within one structure: who merely looks like somebody is not them. */
export class PeopleOfStructures {
  readonly #byName = new Map<string, Seen[]>();

  /** The same pages, once each member of them is counted in. */
  async *through(structure: string, pages: AsyncIterable<readonly Member[]>): AsyncGenerator<readonly Member[]> {
    for await (const page of pages) {
      for (const member of page) {
        this.#add(structure, member);
      }
      yield page;
    }
  }

  counts(): SeveralStructures {
    const shared = [...this.#byName.values()].flat().filter(({ structures }) => new Set(structures).size > 1);
    const members = new Map<string, number>();
    for (const structure of shared.flatMap(({ structures }) => structures)) {
      members.set(structure, (members.get(structure) ?? 0) + 1);
    }
    return { people: shared.length, members };
  }

  #add(structure: string, { phone, ...member }: Member): void {
    const prepared = preparedPerson({ ...member, ...(phone && { phone: phone.e164 }) });
    const name = `${prepared.last.joined} ${prepared.first.joined}`;
    const namesakes = this.#byName.get(name) ?? [];
    const known = namesakes.find((one) => sameMember(prepared, one.prepared) === 'same');
    if (known === undefined) {
      this.#byName.set(name, [...namesakes, { prepared, structures: [structure] }]);
    } else {
      known.structures.push(structure);
    }
  }
}
