import type { Kernel } from '../local/kernel/kernel.ts';
import { type LaneRandom, laneRandom } from '../local/kernel/random.ts';
import type { HeardEvent, PhoneCall, PhoneNetwork } from './centre.ts';
import type { CallDiary, Diary } from './diary.ts';
import { keyFor, menuChoices } from './menu.ts';
import type { Caller } from './population.ts';

export interface CallerWorld {
  readonly kernel: Kernel;
  readonly network: PhoneNetwork;
  readonly diary: Diary;
  readonly seed: number;
  /** Number of the centre, E.164. */
  readonly centreNumber: string;
  /** French label of each scheme, as people would name it, by code. */
  readonly schemeLabels: Readonly<Record<string, string>>;
  /** Ends of the day: nobody calls again after it (ISO instant). */
  readonly until: string;
}

/** Conversation length, seconds: median 4 min 30 s before either side wants to end; the shorter of the two gives a mean near 4 min 10 s. */
export function conversationSeconds(random: LaneRandom): number {
  return Math.min(1500, Math.max(20, random.logNormal(270, 0.6)));
}

const speechCharactersPerSecond = 14;
const mostCalls = 3;

/** One person who rings the centre: they listen, press what they hear, wait as long as their patience lasts, and sometimes call again. */
export class SimulatedCaller {
  readonly #world: CallerWorld;
  readonly #caller: Caller;
  #attempt = 0;

  constructor(world: CallerWorld, caller: Caller) {
    this.#world = world;
    this.#caller = caller;
    world.kernel.at(Date.parse(caller.callsAt), caller.lane, () => this.#call());
  }

  #call(): void {
    const { kernel, network, diary, seed } = this.#world;
    const caller = this.#caller;
    if (network.lineInUse(caller.number)) {
      this.#later(120, caller.lane, () => this.#call());
      return;
    }
    this.#attempt += 1;
    const lane = `${caller.lane}/${this.#attempt}`;
    const random = laneRandom(seed, `behaviour/${lane}`);
    const entry = diary.write<CallDiary>({
      kind: 'call',
      lane,
      ...(caller.hidesNumber ? {} : { number: caller.number }),
      dialledAt: kernel.iso(),
    });
    const call = network.dial({
      lane,
      ...(caller.hidesNumber ? {} : { from: caller.number }),
      to: this.#world.centreNumber,
    });
    call.hear((event) => this.#hear(event, call, entry, random, lane));
  }

  #hear(event: HeardEvent, call: PhoneCall, entry: CallDiary, random: LaneRandom, lane: string): void {
    switch (event.type) {
      case 'prompt':
        if (/recherchons un conseiller/i.test(event.text)) this.#wait(event.at, call, entry, lane);
        this.#listen(event.text, call, entry, random, lane);
        break;
      case 'queued-music':
        this.#wait(event.at, call, entry, lane);
        break;
      case 'connected':
        entry.spokenToAt = event.at;
        entry.spokenToBy = event.agent;
        for (const { afterMs, text } of this.#caller.says ?? []) {
          this.#later(afterMs / 1000, lane, () => {
            if (!call.ended) call.say(text);
          });
        }
        if (random.chance(0.7)) this.#later(conversationSeconds(random), lane, () => call.hangUp());
        break;
      case 'busy':
        entry.busy = true;
        entry.endedAt = event.at;
        this.#maybeCallAgain(entry, random, lane);
        break;
      case 'ended':
        entry.endedAt = event.at;
        entry.endedBy = event.by;
        this.#maybeCallAgain(entry, random, lane);
        break;
      case 'hold':
      case 'resumed':
        break;
    }
  }

  #listen(text: string, call: PhoneCall, entry: CallDiary, random: LaneRandom, lane: string): void {
    const said = text.length / speechCharactersPerSecond;
    if (/est ferm|pas encore ouvert|a pris fin/i.test(text) && entry.waitingAt === undefined) entry.toldClosed = true;
    if (entry.waitingAt === undefined && random.chance(this.#caller.impatience)) {
      this.#later(1 + random.next() * said, lane, () => call.hangUp());
      return;
    }
    const choices = menuChoices(text);
    const asksNumber = /(composez|tapez|saisissez) (votre|le) num[ée]ro/i.test(text);
    if (asksNumber) {
      this.#typeNumber(call, random, lane, said);
    } else if (choices.length > 0) {
      this.#choose(choices, call, entry, random, lane, said);
    }
  }

  #choose(
    choices: ReturnType<typeof menuChoices>,
    call: PhoneCall,
    entry: CallDiary,
    random: LaneRandom,
    lane: string,
    said: number,
  ): void {
    const callback = choices.find((choice) => /rappel/i.test(choice.label));
    const confirm = choices.find((choice) => /exact|correct|confirm/i.test(choice.label));
    if (callback !== undefined) {
      if (!random.chance(entry.toldClosed === true ? 0.4 : this.#caller.acceptsCallback)) return;
      this.#later(said + 0.5 + random.next() * 2, lane, () => {
        entry.askedCallback = true;
        call.press(callback.digit);
      });
      return;
    }
    if (confirm !== undefined) {
      this.#later(said + 0.5 + random.next() * 2, lane, () => {
        if (call.ended) return;
        entry.typedNumber = this.#caller.number;
        call.press(confirm.digit);
      });
      return;
    }
    const wrong = random.chance(this.#caller.wrongKey);
    const digit = wrong
      ? random.pick(['4', '5', '7', '*'])
      : keyFor(choices, this.#world.schemeLabels[this.#caller.scheme]);
    const silent = random.chance(0.02);
    if (silent || digit === undefined) return;
    this.#later(said * (0.4 + 0.6 * random.next()) + 0.5 + random.next() * 2, lane, () => {
      entry.scheme = schemeAt(choices, digit, this.#world.schemeLabels) ?? entry.scheme ?? '';
      if (entry.scheme === '') delete entry.scheme;
      call.press(digit);
    });
  }

  #typeNumber(call: PhoneCall, random: LaneRandom, lane: string, said: number): void {
    if (random.chance(0.15)) return;
    const local = this.#caller.number.replace(/^\+687/, '');
    let delay = said + 0.5 + random.next() * 2;
    for (const digit of [...local, '#']) {
      this.#later(delay, lane, () => {
        if (!call.ended) call.press(digit);
      });
      delay += 0.3 + random.next() * 0.7;
    }
  }

  #wait(at: string, call: PhoneCall, entry: CallDiary, lane: string): void {
    if (entry.waitingAt !== undefined) return;
    entry.waitingAt = at;
    this.#later(this.#caller.patience, lane, () => {
      if (entry.spokenToAt === undefined && !call.ended) call.hangUp();
    });
  }

  #maybeCallAgain(entry: CallDiary, random: LaneRandom, lane: string): void {
    const satisfied = entry.spokenToAt !== undefined || entry.askedCallback === true || entry.toldClosed === true;
    if (satisfied || this.#attempt >= mostCalls || !random.chance(this.#caller.callsAgain)) return;
    const delay = 60 + random.exponential(15 * 60);
    const at = this.#world.kernel.now() + delay * 1000;
    if (at < Date.parse(this.#world.until)) this.#world.kernel.at(at, lane, () => this.#call());
  }

  #later(seconds: number, lane: string, act: () => void): void {
    this.#world.kernel.after(seconds * 1000, lane, act);
  }
}

function schemeAt(
  choices: ReturnType<typeof menuChoices>,
  digit: string,
  labels: Readonly<Record<string, string>>,
): string | undefined {
  return Object.keys(labels).find((code) => keyFor(choices, labels[code]) === digit);
}
