import { openIntervals } from '../../domain/calendar/opening.ts';
import { suivi } from '../../programmes/suivi/programme.ts';
import type { SuiviDays } from './open-suivi.ts';
import type { FiledFollowUp } from './suivi-journal.ts';

const minute = 60_000;
/** A dial is decided, then the network rings. */
const settingUpMs = 30_000;
/** What is on its way when somebody says stop still comes. */
const onItsWayMs = minute;

/** What must hold of any follow-up, from what people lived, what the journal and the carrier say: a sentence per promise that was broken. */
export function brokenSuiviPromises(days: SuiviDays, filed: FiledFollowUp): readonly string[] {
  return [
    ...nothingAfterStop(days),
    ...messageBeforeCall(filed),
    ...hoursKept(days),
    ...twoAttemptsAMoment(filed),
    ...everyRingFiled(days, filed),
    ...oneMessageEach(days, filed),
    ...everybodyIncluded(days, filed),
  ];
}

/** COMMON-12: whoever said stop gets no message any more; calls are another matter, which the page of the link says. */
function nothingAfterStop({ world: { diary, cloud } }: SuiviDays): string[] {
  return diary.wishes
    .filter(({ wish }) => wish === 'stop')
    .flatMap(({ number, at }) =>
      cloud.sms
        .accepted()
        .filter((message) => message.to === number && message.at > Date.parse(at) + onItsWayMs)
        .map((message) => `${number} got a message at ${iso(message.at)}, and had said stop at ${at}`),
    );
}

/** ARS-09: nobody is called before the SMS of the moment left, or could not. */
function messageBeforeCall({ messages, calls }: FiledFollowUp): string[] {
  const first = new Map<string, string>();
  for (const { subject, moment, at } of messages) {
    const key = `${subject} ${moment}`;
    if ((first.get(key) ?? '9') > at) first.set(key, at);
  }
  return calls.flatMap(({ attemptId, recipientId, moment, startedAt }) => {
    const at = first.get(`${recipientId} ${moment}`);
    return at !== undefined && at <= startedAt
      ? []
      : [`${attemptId} rang at ${startedAt}, the SMS of ${moment} left ${at ?? 'never'}`];
  });
}

/** ARS-38: calls within the opening hours; COMMON-34: messages by day. */
function hoursKept({ world: { diary, cloud } }: SuiviDays): string[] {
  const { calendar } = suivi;
  const clock = new Intl.DateTimeFormat('fr-FR', { timeZone: calendar.timeZone, hour: '2-digit', minute: '2-digit' });
  const dayIn = new Intl.DateTimeFormat('sv-SE', { timeZone: calendar.timeZone });
  const isOpen = (at: string) =>
    openIntervals(calendar, dayIn.format(Date.parse(at))).some(
      ({ from, to }) => at >= from && Date.parse(at) < Date.parse(to) + settingUpMs,
    );
  return [
    ...diary.rings.filter(({ rangAt }) => !isOpen(rangAt)).map(({ number, rangAt }) => `${number} rang at ${rangAt}`),
    ...cloud.sms.accepted().flatMap(({ to, at }) => {
      const time = clock.format(at);
      return time >= '08:00' && time < '20:00' ? [] : [`${to} got a message at ${time} (${iso(at)})`];
    }),
  ];
}

/** ARS-11: at most two attempts a moment, two hours apart. */
function twoAttemptsAMoment({ calls }: FiledFollowUp): string[] {
  return [...Map.groupBy(calls, ({ recipientId, moment }) => `${recipientId} ${moment}`)].flatMap(([who, made]) => {
    const [first, second] = made;
    const gap = first === undefined || second === undefined ? Number.POSITIVE_INFINITY : gapOf(first, second);
    return [
      ...(made.length > 2 ? [`${who}: ${made.length} attempts`] : []),
      ...(gap < 120 ? [`${who}: ${gap.toFixed(0)} min between the attempts`] : []),
    ];
  });
}

const gapOf = (a: { startedAt: string }, b: { startedAt: string }): number =>
  (Date.parse(b.startedAt) - Date.parse(a.startedAt)) / minute;

/** Each ring is one attempt, ending as it was lived; each attempt that was dialled rang. */
function everyRingFiled({ world: { diary } }: SuiviDays, { calls }: FiledFollowUp): string[] {
  const byContact = new Map(calls.map((call) => [call.contactId, call]));
  const rang = new Set(diary.rings.map(({ contactId }) => contactId));
  return [
    ...diary.rings.flatMap(({ contactId, number, rangAt }) =>
      byContact.has(contactId) ? [] : [`${number} rang at ${rangAt}, and the journal has no attempt of it`],
    ),
    ...calls.flatMap(({ attemptId, contactId, disposition }) =>
      disposition === 'failed' || rang.has(contactId ?? '')
        ? []
        : [`${attemptId} is filed as ${disposition}, and nobody's telephone rang`],
    ),
    ...diary.talks.flatMap(({ attemptId, disposition }) => {
      const said = calls.find((call) => call.attemptId === attemptId)?.disposition;
      return attemptId === '' || disposition === undefined || said === disposition
        ? []
        : [`${attemptId}: its agent wrote ${disposition}, the journal has ${said ?? 'nothing'}`];
    }),
  ];
}

/** Design decision 17: a message is sent at most once; what reached a phone is in the journal. */
function oneMessageEach({ world: { cloud, diary } }: SuiviDays, { messages }: FiledFollowUp): string[] {
  const filed = new Map(messages.map((message) => [message.messageId, message]));
  const accepted = Map.groupBy(cloud.sms.accepted(), ({ context }) => context['m'] ?? '');
  const received = new Set(diary.messages.map(({ messageId }) => messageId));
  return [...accepted].flatMap(([id, times]) => {
    const told = filed.get(id)?.told;
    const came = times.some(({ messageId }) => received.has(messageId));
    return [
      ...(times.length > 1 ? [`${id} was sent ${times.length} times`] : []),
      ...(told === undefined ? [`${id} left, and the journal does not say so`] : []),
      ...(came && told?.has('failed') === true ? [`${id} came, and is filed as failed`] : []),
    ];
  });
}

/** ARS-36: nobody of a list is lost. */
function everybodyIncluded({ people }: SuiviDays, { facts }: FiledFollowUp): string[] {
  const included = facts.get('included')?.size ?? 0;
  return included === people.length ? [] : [`${people.length} people on the lists, ${included} followed`];
}

const iso = (at: number): string => new Date(at).toISOString();
