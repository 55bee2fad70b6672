import { localIso } from '../../domain/calendar/local-time.ts';
import { parsePhone } from '../../domain/phone/phone-number.ts';
import { spokenDigits } from '../../domain/phone/spoken-digits.ts';
import { typeset } from '../../domain/report/french.ts';
import type { Ring } from '../../local/connect/calls/phones.ts';
import type { Json, JsonObject } from '../../local/json.ts';
import type { HeardEvent, PhoneCall } from '../centre.ts';
import { asPhoneCall, phoneNetwork } from '../local-centre.ts';
import type { Centre } from '../open-centre.ts';
import { personName } from './words.ts';

/** One line of what a call was. */
export interface TranscriptLine {
  /** `16:32:05`, on the centre's clock. */
  readonly time: string;
  readonly who: 'centre' | 'you' | 'event';
  readonly text: string;
}

export interface PhoneState {
  readonly mode: 'idle' | 'ringing' | 'call';
  /** Counts calls: another number means another transcript. */
  readonly call: number;
  readonly lines: readonly TranscriptLine[];
  /** The number of the person that the centre is ringing, as people write it. */
  readonly ringing?: string;
}

/** What a person does with the phone; the name goes into the log of inputs. */
const actions = ['dial', 'press', 'hang-up', 'answer', 'refuse'] as const;
export type PhoneAction = (typeof actions)[number];

export const isPhoneAction = (text: string): text is PhoneAction => actions.some((action) => action === text);

/**
 * The phone of the home page, one call at a time, announcements in words; it also rings when the centre calls somebody whom nobody simulates.
 * All that people do goes through the log of inputs, so that after a crash the same calls are made again at the same moments.
 */
export class PagePhone {
  readonly #centre: Centre;
  readonly #onChange: () => void;
  #call: PhoneCall | undefined;
  #ring: Ring | undefined;
  #calls = 0;
  #lines: TranscriptLine[] = [];

  constructor(centre: Centre, onChange: () => void) {
    this.#centre = centre;
    this.#onChange = onChange;
    const { inputs } = centre.cloud.context;
    inputs.register('page-phone/dial', (data, lane) => this.#dial(fieldOf(data, 'from'), lane));
    inputs.register('page-phone/press', (data) => this.#press(fieldOf(data, 'digit')));
    inputs.register('page-phone/hang-up', () => this.#talking().hangUp());
    inputs.register('page-phone/answer', () => this.#answer());
    inputs.register('page-phone/refuse', () => this.#ringing().refuse());
  }

  get state(): PhoneState {
    const mode = this.#ring !== undefined ? 'ringing' : this.#call?.ended === false ? 'call' : 'idle';
    const ringing = this.#ring === undefined ? {} : { ringing: spokenDigits(this.#ring.number) };
    return { mode, call: this.#calls, lines: this.#lines, ...ringing };
  }

  /** Rejects with a sentence for the person when it cannot be done now. */
  async act(action: PhoneAction, data: JsonObject): Promise<void> {
    await this.#centre.cloud.context.inputs.submit(`page-phone/${action}`, data);
  }

  /** `from` as typed; empty hides the number. */
  #dial(from: string, lane: string): void {
    if (this.#call?.ended === false) throw new Error('Un appel est déjà en cours\u202f: raccrochez d’abord.');
    if (this.#ring !== undefined) throw new Error('Votre téléphone sonne\u202f: décrochez, ou ignorez l’appel.');
    const typed = from.trim();
    const parsed = typed === '' ? undefined : parsePhone(typed, this.#centre.world.programme.defaultCountry);
    if (parsed !== undefined && !('e164' in parsed)) {
      throw new Error(
        `«\u202f${typed}\u202f» n’est pas un numéro de téléphone. Écrivez par exemple 75\u00a012\u00a034, ou rien pour masquer votre numéro.`,
      );
    }
    const { connect } = this.#centre.cloud;
    // From the first call on: before it, nobody sits at this phone.
    connect.onRingAnyone((ring) => this.#rung(ring));
    const number = parsed === undefined ? {} : { from: parsed.e164 };
    const call = phoneNetwork(connect).dial({ lane: `page-phone/${lane}`, to: this.#centre.number, ...number });
    this.#begin(call, 'Vous appelez le centre.');
  }

  #press(digit: string): void {
    const call = this.#talking();
    if (!/^[0-9*#]$/.test(digit))
      throw new Error(`La touche «\u202f${digit}\u202f» n’existe pas\u202f: 0 à 9, * ou #.`);
    this.#say('you', `Touche ${digit}`);
    call.press(digit);
  }

  #answer(): void {
    const call = asPhoneCall(this.#ringing().answer());
    this.#ring = undefined;
    this.#begin(call, 'Vous décrochez.');
  }

  #rung(ring: Ring): { readonly kind: 'busy' } | undefined {
    if (this.#ring !== undefined || this.#call?.ended === false) return { kind: 'busy' };
    this.#ring = ring;
    ring.onStopped(() => {
      if (this.#ring === ring) this.#ring = undefined;
      this.#onChange();
    });
    this.#onChange();
    return undefined;
  }

  #begin(call: PhoneCall, text: string): void {
    this.#call = call;
    this.#calls += 1;
    this.#lines = [];
    this.#say('event', text);
    call.hear((event) => {
      const { who, text } = heardLine(event);
      this.#say(who, text);
    });
  }

  #say(who: TranscriptLine['who'], text: string): void {
    const { timeZone } = this.#centre.world.programme.calendar;
    const time = localIso(timeZone, this.#centre.cloud.kernel.iso()).slice(11, 19);
    this.#lines.push({ time, who, text });
    this.#onChange();
  }

  #talking(): PhoneCall {
    if (this.#call === undefined || this.#call.ended) throw new Error('Aucun appel n’est en cours.');
    return this.#call;
  }

  #ringing(): Ring {
    if (this.#ring === undefined) throw new Error('Le téléphone ne sonne plus.');
    return this.#ring;
  }
}

function heardLine(event: HeardEvent): Pick<TranscriptLine, 'who' | 'text'> {
  switch (event.type) {
    case 'prompt':
      return { who: 'centre', text: typeset(event.text.replaceAll("'", '’')) };
    case 'queued-music':
      return { who: 'event', text: 'Musique d’attente.' };
    case 'connected':
      return { who: 'event', text: `${personName(event.agent)} vous répond. Raccrochez quand vous avez terminé.` };
    case 'hold':
      return { who: 'event', text: 'Vous êtes en garde.' };
    case 'resumed':
      return { who: 'event', text: 'Le conseiller reprend l’appel.' };
    case 'busy':
      return { who: 'event', text: 'Occupé\u202f: toutes les lignes du centre sont prises.' };
    case 'ended':
      return { who: 'event', text: event.by === 'caller' ? 'Vous avez raccroché.' : 'L’appel est terminé.' };
  }
}

function fieldOf(data: JsonObject, name: string): string {
  const value: Json | undefined = data[name];
  if (typeof value !== 'string') throw new Error(`«\u202f${name}\u202f» manque\u202f; forme acceptée\u202f: un texte.`);
  return value;
}
