import { type Member, takesTexts } from '../member/member.ts';
import { ageBands, bandOf } from './age-bands.ts';

/** Members of a structure on a day (ALERTES-08, ALERTES-11), in counts. */
export interface MemberFigures {
  readonly members: number;
  readonly consents: { readonly given: number; readonly withdrawn: number; readonly none: number };
  /** With consent and a number that takes messages. */
  readonly reachable: number;
  readonly landlines: number;
  readonly withoutNumber: number;
  /** By band code, in the order of ages, empty ones too. */
  readonly bands: ReadonlyMap<string, number>;
  /** By group id. */
  readonly groups: ReadonlyMap<string, number>;
}

export async function memberFigures(pages: AsyncIterable<readonly Member[]>, day: string): Promise<MemberFigures> {
  const bands = new Map<string, number>(ageBands.map(({ code }) => [code, 0]));
  const groups = new Map<string, number>();
  const count = { members: 0, given: 0, withdrawn: 0, none: 0, reachable: 0, landlines: 0, withoutNumber: 0 };
  for await (const page of pages) {
    for (const member of page) {
      const said = member.consent?.change ?? 'none';
      count.members += 1;
      count[said] += 1;
      count.reachable += said === 'given' && takesTexts(member) ? 1 : 0;
      count.withoutNumber += member.phone === undefined ? 1 : 0;
      count.landlines += member.phone !== undefined && !takesTexts(member) ? 1 : 0;
      const band = bandOf(member.birthDate, day);
      bands.set(band, (bands.get(band) ?? 0) + 1);
      for (const group of member.groups) {
        groups.set(group, (groups.get(group) ?? 0) + 1);
      }
    }
  }
  const { given, withdrawn, none, ...others } = count;
  return { ...others, consents: { given, withdrawn, none }, bands, groups };
}
