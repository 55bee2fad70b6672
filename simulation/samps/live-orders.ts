import { nextOpenDay } from '../../domain/calendar/opening.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { LocalCloud } from '../../local/index.ts';
import type { PhoneNetwork } from '../centre.ts';
import type { Diary } from '../diary.ts';
import type { PlayedDay } from '../people.ts';
import { browserOf } from '../reflex/browser.ts';
import type { FileCalls } from './file-conversation.ts';
import { filePeople } from './file-people.ts';
import { installFileTelephone } from './file-telephone.ts';
import { placeOrders } from './place-orders.ts';

const minute = 60_000;
/** Open days between two orders, and from an order to its deadline. */
const everyDays = 5;
const delayDays = 5;

/** The client's orders of calls, and the people they are about: an order on the first open day, the next a week after (SAMPS-29). */
export function liveOrders({
  cloud,
  network,
  diary,
  seed,
  calls,
  programme,
  days,
  people: count,
}: {
  readonly cloud: LocalCloud;
  readonly network: PhoneNetwork;
  readonly diary: Diary;
  readonly seed: number;
  readonly calls: FileCalls;
  readonly programme: Programme;
  readonly days: readonly PlayedDay[];
  readonly people: number;
}): void {
  const outcomes = (programme.outbound?.scripts?.[0]?.outcomes ?? []).map(({ code }) => code);
  const scope = { cloud, browser: browserOf(cloud), programme: programme.name, user: 'superviseur' };
  const open = days.flatMap(({ day, open: hours }) => (hours === undefined ? [] : [{ day, from: hours.from }]));
  for (const [nth, { day, from }] of open.filter((_, index) => index % everyDays === 0).entries()) {
    let deadline = day;
    for (let more = 0; more < delayDays; more += 1) deadline = nextOpenDay(programme.calendar, deadline) ?? deadline;
    const people = filePeople(seed, nth, count, deadline);
    for (const person of people)
      installFileTelephone({ kernel: cloud.kernel, network, diary, seed, calls, outcomes }, person);
    placeOrders(scope, { nth, people, deadline, at: Date.parse(from) - 60 * minute });
  }
}
