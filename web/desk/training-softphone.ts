import type { TrainingCall } from '../../contracts/training.ts';
import type { Softphone, SoftphoneContact, SoftphoneState, SoftphoneStatus } from '../softphone/softphone.ts';
import { SoftphoneStore } from '../softphone/softphone-store.ts';
import type { Later } from './draft-keeper.ts';

const statuses: readonly SoftphoneStatus[] = [
  { name: 'Available', kind: 'available' },
  { name: 'Pause', kind: 'away' },
  { name: 'Offline', kind: 'offline' },
];
const quickConnects = ['Responsable'];
const nextCallMs = 4_000;
const ringMs = 20_000;
const answerMs = 3_000;
const firstWordsMs = 1_500;
const wordsMs = 9_000;

/** A telephone that rings for invented callers, in this page alone: nothing of it leaves the browser (SAMPS-45). */
export function trainingSoftphone(calls: readonly TrainingCall[], later: Later, clock: () => number): Softphone {
  const store = new SoftphoneStore();
  let rang = 0;
  let timers: (() => void)[] = [];
  const after = (ms: number, task: () => void) => timers.push(later(ms, task));
  const quiet = () => {
    for (const cancel of timers) cancel();
    timers = [];
  };
  const set = (change: Partial<SoftphoneState>) => store.set({ ...store.state, ...change });
  const withoutContact = (): SoftphoneState => {
    const { contact: _contact, nextStatus: _next, ...rest } = store.state;
    return rest;
  };
  const turn = (change: Partial<SoftphoneContact>) => {
    const { contact } = store.state;
    if (contact === undefined) return;
    // A consultation is over with the hold that it began.
    const { consultation: _over, ...rest } = contact;
    set({ contact: change.state === undefined ? { ...contact, ...change } : { ...rest, ...change } });
  };
  const take = (name: string) => {
    const status = statuses.find((one) => one.name === name);
    if (status !== undefined) store.set({ ...withoutContact(), status, statusSince: clock() });
    quiet();
    if (status?.kind === 'available') after(nextCallMs, ring);
  };
  function ring(): void {
    const call = calls[rang % Math.max(1, calls.length)];
    if (call === undefined) return;
    rang += 1;
    const contactId = `entrainement-${rang}`;
    set({
      contact: {
        contactId,
        initialContactId: contactId,
        state: 'incoming',
        direction: 'inbound',
        queue: call.scheme.toLowerCase(),
        attributes: { scheme: call.scheme, personId: `p-${rang}` },
        since: clock(),
        muted: false,
        heard: [],
      },
    });
    after(ringMs, () => turn({ state: 'missed' }));
  }
  const speak = () => {
    const { words = [] } = calls[(rang - 1) % Math.max(1, calls.length)] ?? {};
    for (const [index, text] of words.entries()) {
      after(firstWordsMs + index * wordsMs, () => turn({ heard: [...(store.state.contact?.heard ?? []), text] }));
    }
    after(firstWordsMs + words.length * wordsMs + 30_000, end);
  };
  function end(): void {
    quiet();
    turn({ state: 'after-call-work', since: clock() });
  }
  /** Runs when the call is in one of these states; else says why not. */
  const when = async (states: readonly SoftphoneContact['state'][], otherwise: string, act: () => void) => {
    const { contact } = store.state;
    if (contact === undefined || !states.includes(contact.state)) throw new Error(otherwise);
    act();
  };
  const nobody = 'Personne n’est en ligne.';
  const notDuringConsultation = () => {
    if (store.state.contact?.consultation !== undefined) {
      throw new Error('Terminez d’abord la consultation : transmettez l’appel ou reprenez la personne.');
    }
  };
  const whenConsulting = (act: () => void) =>
    when(['on-hold'], 'Personne n’est consulté.', () => {
      if (store.state.contact?.consultation === undefined) throw new Error('Personne n’est consulté.');
      act();
    });
  store.set({
    connection: 'open',
    statuses,
    status: { name: 'Offline', kind: 'offline' },
    statusSince: clock(),
    quickConnects,
  });
  return {
    get state() {
      return store.state;
    },
    now: clock,
    subscribe: (listener) => store.subscribe(listener),
    async setStatus(name) {
      if (!statuses.some((one) => one.name === name)) throw new Error(`Le statut « ${name} » n’existe pas.`);
      const { contact } = store.state;
      if (contact === undefined || contact.state === 'missed') take(name);
      else set({ nextStatus: name });
    },
    accept: () =>
      when(['incoming'], 'Aucun appel ne sonne.', () => {
        quiet();
        turn({ state: 'connected', since: clock() });
        speak();
      }),
    decline: () =>
      when(['incoming'], 'Aucun appel ne sonne.', () => {
        quiet();
        turn({ state: 'missed' });
      }),
    hangUp: () =>
      when(['connected', 'on-hold'], nobody, () => {
        notDuringConsultation();
        end();
      }),
    hold: () => when(['connected'], nobody, () => turn({ state: 'on-hold' })),
    resume: () =>
      when(['on-hold'], 'Personne n’est en garde.', () => {
        notDuringConsultation();
        turn({ state: 'connected' });
      }),
    mute: (on) => when(['connected', 'on-hold'], nobody, () => turn({ muted: on })),
    transfer: (quickConnect) =>
      when(['connected', 'on-hold'], nobody, () => {
        notDuringConsultation();
        if (!quickConnects.includes(quickConnect)) throw new Error(`Aucun transfert « ${quickConnect} ».`);
        end();
      }),
    consult: (quickConnect) =>
      when(['connected', 'on-hold'], nobody, () => {
        notDuringConsultation();
        if (!quickConnects.includes(quickConnect)) throw new Error(`Aucun transfert « ${quickConnect} ».`);
        const asked = { with: quickConnect, state: 'connecting' } as const;
        turn({ state: 'on-hold', consultation: asked });
        after(answerMs, () => {
          if (store.state.contact?.consultation === asked) turn({ consultation: { ...asked, state: 'connected' } });
        });
      }),
    completeTransfer: () => whenConsulting(end),
    comeBack: () => whenConsulting(() => turn({ state: 'connected' })),
    completeAfterCallWork: () =>
      when(['after-call-work'], 'Aucun appel n’est à clore.', () => take(store.state.nextStatus ?? 'Available')),
    close: quiet,
  };
}
