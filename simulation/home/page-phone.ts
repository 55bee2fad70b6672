import { parsePhone } from '../../domain/phone/phone-number.ts';
import type { HeardEvent, PhoneCall } from '../centre.ts';
import { phoneNetwork } from '../local-centre.ts';
import type { Centre } from '../open-centre.ts';
import type { EventStream } from './event-stream.ts';

/** The phone of the home page: one call at a time, by a person, with the announcements in words. */
export class PagePhone {
  readonly #centre: Centre;
  readonly #stream: EventStream;
  #call: PhoneCall | undefined;
  #calls = 0;

  constructor(centre: Centre, stream: EventStream) {
    this.#centre = centre;
    this.#stream = stream;
  }

  /** `from` as typed; empty hides the number. Throws a sentence for the person when it is not a number. */
  dial(from: string): void {
    if (this.#call !== undefined && !this.#call.ended)
      throw new Error('Un appel est déjà en cours : raccrochez d’abord.');
    const typed = from.trim();
    const parsed = typed === '' ? undefined : parsePhone(typed, this.#centre.world.programme.defaultCountry);
    if (parsed !== undefined && !('e164' in parsed)) {
      throw new Error(
        `« ${typed} » n’est pas un numéro de téléphone ; par exemple : 75 12 34, ou rien pour le masquer.`,
      );
    }
    this.#calls += 1;
    const { kernel, connect } = this.#centre.cloud;
    const lane = `page-phone/${kernel.iso()}/${this.#calls}`;
    const call = phoneNetwork(connect).dial({
      lane,
      to: this.#centre.number,
      ...(parsed === undefined ? {} : { from: parsed.e164 }),
    });
    this.#call = call;
    this.#stream.send('phone', { text: 'Ça sonne…', cls: 'event' });
    call.hear((event) => this.#stream.send('phone', heardLine(event)));
  }

  press(digit: string): void {
    this.#call?.press(digit);
  }

  hangUp(): void {
    this.#call?.hangUp();
  }
}

function heardLine(event: HeardEvent): { text: string; cls: string; ended?: boolean } {
  switch (event.type) {
    case 'prompt':
      return { text: `« ${event.text} »`, cls: 'prompt' };
    case 'queued-music':
      return { text: 'Vous êtes dans la file d’attente.', cls: 'event' };
    case 'connected':
      return { text: `${event.agent} vous parle. Raccrochez quand vous avez terminé.`, cls: 'event' };
    case 'hold':
      return { text: 'Le conseiller vous met en garde.', cls: 'event' };
    case 'resumed':
      return { text: 'Le conseiller revient.', cls: 'event' };
    case 'busy':
      return { text: 'Occupé : toutes les lignes du centre sont prises.', cls: 'event', ended: true };
    case 'ended':
      return { text: 'L’appel est terminé.', cls: 'event', ended: true };
  }
}
