import { sessionCookie } from '../../contracts/routes.ts';
import { deriveUuid } from '../../local/kernel/random.ts';
import type { PhoneCall } from '../centre.ts';
import { phoneNetwork, softphone } from '../local-centre.ts';
import type { Centre } from '../open-centre.ts';

/** What a person presses on hearing a prompt; nothing: they listen. */
type Answer = (prompt: string) => string | undefined;

/** People who do exactly what a script says, on a centre where nobody else calls. */
export class ScriptedPeople {
  readonly #centre: Pick<Centre, 'cloud' | 'number'>;
  readonly #network: ReturnType<typeof phoneNetwork>;

  constructor(centre: Pick<Centre, 'cloud' | 'number'>) {
    this.#centre = centre;
    this.#network = phoneNetwork(centre.cloud.connect);
  }

  /** Rings the centre. `number` absent: withheld. Hangs up after `hangUpAfterSeconds` unless the call has ended. */
  call(lane: string, call: { readonly number?: string; readonly answer: Answer; readonly hangUpAfterSeconds: number }) {
    const { kernel } = this.#centre.cloud;
    const from = call.number === undefined ? {} : { from: call.number };
    const line = this.#network.dial({ lane, ...from, to: this.#centre.number });
    line.hear((event) => {
      const keys = event.type === 'prompt' ? call.answer(event.text) : undefined;
      for (const [index, key] of [...(keys ?? '')].entries()) {
        kernel.after(1000 + 300 * index, lane, () => this.#ifOn(line, () => line.press(key)));
      }
    });
    kernel.after(call.hangUpAfterSeconds * 1000, lane, () => this.#ifOn(line, () => line.hangUp()));
  }

  /** Answers whenever the centre rings `number`. */
  answersPhone(number: string): void {
    const { kernel } = this.#centre.cloud;
    this.#network.onRing(number, (ring) => kernel.after(4000, `phone/${number}`, () => void ring.answer()));
  }

  /** Does not answer; rings the centre, once, so many minutes after it began to ring them. */
  ringsBack(number: string, minutes: number): void {
    let rang = false;
    this.#network.onRing(number, () => {
      if (rang) return;
      rang = true;
      const lane = `phone/${number}/back`;
      this.#centre.cloud.kernel.after(minutes * 60_000, lane, () =>
        this.call(lane, { number, answer: () => undefined, hangUpAfterSeconds: 60 }),
      );
    });
  }

  /** An agent who takes everything, talks 40 s and goes on. `wrote` is called in after-call work. */
  agent(
    username: string,
    wrote: (contactId: string, attributes: Readonly<Record<string, string>>) => void | Promise<void>,
  ): { setStatus(name: string): void } {
    const { kernel, connect } = this.#centre.cloud;
    const phone = softphone(connect, username);
    let attributes: Readonly<Record<string, string>> = {};
    const later = (seconds: number, contactId: string, task: () => void | Promise<void>) =>
      kernel.after(seconds * 1000, `agent/${username}/${contactId}`, task);
    phone.on((event) => {
      if (event.type === 'offered') attributes = event.attributes;
      if (event.type === 'offered') later(2, event.contactId, () => phone.accept());
      if (event.type === 'connected') later(40, event.contactId, () => phone.hangUp());
      if (event.type !== 'after-call-work') return;
      later(5, event.contactId, () => wrote(event.contactId, attributes));
      later(15, event.contactId, () => phone.completeAfterCallWork());
    });
    return phone;
  }

  /** A request of `user`'s browser, or of nobody's. */
  async browse(user: string | undefined, method: 'GET' | 'POST', path: string, body?: object) {
    const { http } = this.#centre.cloud;
    const headers = {
      ...(user === undefined ? {} : { cookie: `${sessionCookie}=${http.idToken(user)}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const content = Buffer.from(body === undefined ? '' : JSON.stringify(body));
    const key = `browser/${deriveUuid(user ?? 'nobody', method, path, content.toString(), this.#centre.cloud.kernel.iso())}`;
    const { status, headers: answered, body: text } = await http.request({ method, path, headers, body: content }, key);
    return { status, headers: answered, text: text.toString('utf8') };
  }

  #ifOn(line: PhoneCall, task: () => void): void {
    if (!line.ended) task();
  }
}
