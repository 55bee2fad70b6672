import type { JournalEntry, Scheme } from '../journal/entry.ts';
import { ofKind } from '../journal/of-kind.ts';

export interface AppointmentCount {
  /** Place or kind, in French. */
  readonly place: string;
  readonly scheme: Scheme;
  readonly taken: number;
  readonly moved: number;
  readonly cancelled: number;
}

/** What agents did of appointments on a local day, by place and scheme, both in the order of their names (§6.1). Repeats count once. */
export function appointmentCounts(entries: readonly JournalEntry[], day: string): readonly AppointmentCount[] {
  const byId = new Map(
    ofKind(entries, 'appointment')
      .filter((entry) => entry.day === day)
      .map((entry) => [entry.id, entry]),
  );
  const groups = Map.groupBy(byId.values(), ({ site, scheme }) => `${site}\n${scheme}`);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      const count = (change: string) => group.filter((entry) => entry.change === change).length;
      return first === undefined
        ? []
        : [
            {
              place: first.site,
              scheme: first.scheme,
              taken: count('taken'),
              moved: count('moved'),
              cancelled: count('cancelled'),
            },
          ];
    })
    .sort((a, b) => a.place.localeCompare(b.place, 'fr') || (a.scheme < b.scheme ? -1 : 1));
}
