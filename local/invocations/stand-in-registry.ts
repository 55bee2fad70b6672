import { createHash } from 'node:crypto';
import type { CredentialHolder, StandIn, StandIns } from '../cloud.ts';
import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import type { Principal } from '../principal.ts';
import { ServiceError } from '../service-error.ts';
import type { LoggedCall } from './log-record.ts';
import type { RunningInvocations } from './running-invocations.ts';

/** Services that live in memory, and the log of what handlers asked of them. */
export class StandInRegistry implements StandIns {
  readonly #services = new Map<string, StandIn>();
  readonly #running: RunningInvocations;
  #outside = 0;

  constructor(running: RunningInvocations) {
    this.#running = running;
  }

  register(service: string, standIn: StandIn): void {
    if (this.#services.has(service)) throw new Error(`Stand-in "${service}" is registered twice`);
    this.#services.set(service, standIn);
  }

  async call(
    holder: CredentialHolder,
    call: { readonly service: string; readonly action: string; readonly input: JsonObject },
  ): Promise<Json> {
    const standIn = this.#service(call.service);
    const key = holder.invocationKey;
    if (key === undefined) {
      if (holder.principal.type === 'function' && standIn.mutates(call.action)) {
        // Lambda freezes an environment once its handler has answered; here the call would escape the log.
        throw new ServiceError(
          'RequestExpired',
          `${holder.principal.functionName} called ${call.service}:${call.action} when no invocation was running; await it in the handler`,
        );
      }
      // From outside (a test) or a read: not replayed, so its lane only has to be unique.
      this.#outside += 1;
      return standIn.handle({ ...call, lane: `outside/${call.service}/${this.#outside}`, principal: holder.principal });
    }
    const digest = createHash('sha256').update(canonicalJson(call.input)).digest('hex').slice(0, 16);
    const lane = this.#running.laneOf(key, `${key}/${call.service}.${call.action}/${digest}`);
    const mutates = standIn.mutates(call.action);
    try {
      const answer = await standIn.handle({ ...call, lane, principal: holder.principal });
      if (mutates) this.#running.record(key, { ...call, lane, ok: true });
      return answer;
    } catch (error) {
      if (mutates) this.#running.record(key, { ...call, lane, ok: false });
      throw error;
    }
  }

  /** Does a logged call again. Throws when the service now answers the other way: the world is not the logged one. */
  async replay(call: LoggedCall, principal: Principal): Promise<void> {
    const standIn = this.#service(call.service);
    let refusal: unknown;
    try {
      await standIn.handle({
        service: call.service,
        action: call.action,
        input: call.input,
        lane: call.lane,
        principal,
        replayed: true,
      });
    } catch (error) {
      refusal = error;
    }
    if ((refusal === undefined) !== call.ok) {
      const said = refusal === undefined ? 'accepted' : `refused (${String(refusal)})`;
      throw new Error(
        `Replay of ${call.service}:${call.action} (${call.lane}) was ${said}, but logged as ${call.ok ? 'accepted' : 'refused'}; start with --fresh`,
      );
    }
  }

  #service(name: string): StandIn {
    const standIn = this.#services.get(name);
    if (standIn === undefined) {
      throw new Error(
        `No stand-in for service "${name}"; registered: ${[...this.#services.keys()].join(', ') || 'none'}`,
      );
    }
    return standIn;
  }
}
