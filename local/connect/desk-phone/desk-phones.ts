import type { Inputs } from '../../cloud.ts';
import type { JsonObject } from '../../json.ts';
import type { AgentSoftphone } from '../agents/softphone.ts';
import type { ConnectStandIn } from '../stand-in.ts';
import { type DeskPhoneAction, isDeskPhoneAction, refusalOf } from './desk-phone-actions.ts';
import { type Consultation, type DeskPhoneView, deskPhoneView } from './desk-phone-view.ts';

interface Seat {
  readonly phone: AgentSoftphone;
  /** A person sits here: whoever is simulated under this name stands back. */
  taken: boolean;
  call: { contactId: string; heard: string[]; muted: boolean; consultation?: Consultation | undefined } | undefined;
  readonly screens: Set<() => void>;
}

/** Whoever is consulted answers after so long. */
const answerMs = 3_000;

/**
 * Softphones that people open in a browser, each as a user of the instance. All they do goes through the log of inputs, so that after a crash the same is
 * done again at the same moments.
 */
export class DeskPhones {
  readonly #connect: ConnectStandIn;
  readonly #inputs: Inputs;
  readonly #seats = new Map<string, Seat>();

  constructor(connect: ConnectStandIn, inputs: Inputs) {
    this.#connect = connect;
    this.#inputs = inputs;
    inputs.register('desk-phone/seat', (data) => this.#sit(text(data, 'agent'), data['taken'] === true));
    inputs.register('desk-phone/act', (data) => this.#do(text(data, 'agent'), text(data, 'action'), data));
  }

  /** Whether the instance has this user. */
  knows(agent: string): boolean {
    return this.#connect.instanceOrNone?.users.byName(agent) !== undefined;
  }

  /** Users at whose softphone a person sits, with their status. */
  taken(): readonly { readonly agent: string; readonly status: string; readonly busy: boolean }[] {
    return [...this.#seats].flatMap(([agent, { phone, taken }]) =>
      taken ? [{ agent, status: phone.status, busy: phone.contactId !== undefined }] : [],
    );
  }

  /** Seats taken while no screen shows them. */
  deserted(): readonly string[] {
    return [...this.#seats].flatMap(([agent, { taken, screens }]) => (taken && screens.size === 0 ? [agent] : []));
  }

  view(agent: string): DeskPhoneView {
    return deskPhoneView(this.#connect.world, agent, this.#seat(agent).call);
  }

  /** Runs `show` whenever something changed; returns how to stop. */
  watch(agent: string, show: () => void): () => void {
    const { screens } = this.#seat(agent);
    screens.add(show);
    return () => void screens.delete(show);
  }

  /** A person sits down, or leaves. */
  async sit(agent: string, taken: boolean): Promise<void> {
    if (this.#seat(agent).taken !== taken) await this.#inputs.submit('desk-phone/seat', { agent, taken });
  }

  /** Rejects with a sentence for the agent when it cannot be done now. */
  async act(agent: string, action: DeskPhoneAction, name: string | undefined): Promise<void> {
    await this.#inputs.submit('desk-phone/act', { agent, action, ...(name === undefined ? {} : { name }) });
  }

  #sit(agent: string, taken: boolean): void {
    const seat = this.#seat(agent);
    if (seat.taken === taken) return;
    seat.taken = taken;
    // Whoever sits down, or leaves, takes calls once they say so.
    seat.phone.setStatus('Offline');
    this.#connect.world.agents.get(agent)?.tell({ at: this.#connect.world.cloud.kernel.now(), type: 'seat', taken });
    show(seat);
  }

  #do(agent: string, action: string, data: JsonObject): void {
    const seat = this.#seat(agent);
    const { phone } = seat;
    if (!isDeskPhoneAction(action)) throw new Error(`Le téléphone n’a pas de touche «\u202f${action}\u202f».`);
    const name = typeof data['name'] === 'string' ? data['name'] : '';
    const isConsulting = phone.contactState === 'CONNECTED_ONHOLD' && seat.call?.consultation !== undefined;
    const refusal = refusalOf(action, name, phone.contactState, this.#connect.instance, isConsulting);
    if (refusal !== undefined) throw new Error(refusal);
    switch (action) {
      case 'status':
        phone.setStatus(name);
        break;
      case 'transfer':
        phone.transfer(name);
        break;
      case 'consult':
        phone.hold();
        this.#consult(agent, seat, name);
        break;
      case 'complete-transfer':
        phone.transfer(endConsultation(seat) ?? '');
        break;
      case 'come-back':
        endConsultation(seat);
        phone.resume();
        break;
      case 'mute':
      case 'unmute':
        if (seat.call !== undefined) seat.call.muted = action === 'mute';
        break;
      case 'accept':
        phone.accept();
        break;
      case 'decline':
        phone.decline();
        break;
      case 'hang-up':
        phone.hangUp();
        break;
      case 'hold':
        phone.hold();
        break;
      case 'resume':
        phone.resume();
        break;
      case 'complete':
        phone.completeAfterCallWork();
        break;
    }
    // Not all of it tells its listeners.
    this.#connect.world.cloud.kernel.after(1, `desk-phone/${agent}`, () => show(seat));
  }

  #consult(agent: string, seat: Seat, name: string): void {
    const { call } = seat;
    if (call === undefined) return;
    const asked: Consultation = { with: name, state: 'connecting' };
    call.consultation = asked;
    this.#connect.world.cloud.kernel.after(answerMs, `desk-phone/${agent}/consulted`, () => {
      if (call.consultation === asked) call.consultation = { with: name, state: 'connected' };
      show(seat);
    });
  }

  #seat(agent: string): Seat {
    const known = this.#seats.get(agent);
    if (known !== undefined) return known;
    const seat: Seat = { phone: this.#connect.agent(agent), taken: false, call: undefined, screens: new Set() };
    seat.phone.on((event) => {
      if (event.type === 'offered') seat.call = { contactId: event.contactId, heard: [], muted: false };
      if ((event.type === 'whisper' || event.type === 'said') && seat.call?.contactId === event.contactId)
        seat.call.heard.push(event.text);
      show(seat);
    });
    this.#seats.set(agent, seat);
    return seat;
  }
}

/** Answers who was consulted. */
function endConsultation({ call }: Seat): string | undefined {
  const name = call?.consultation?.with;
  if (call !== undefined) call.consultation = undefined;
  return name;
}

function show({ screens }: Seat): void {
  for (const screen of screens) screen();
}

function text(data: JsonObject, name: string): string {
  const value = data[name];
  if (typeof value !== 'string') throw new Error(`desk phone input without "${name}"; accepted: a text`);
  return value;
}
