import type { ContactState } from '../contact/contact-state.ts';
import type { HostCapabilities } from '../host/host-capabilities.ts';
import { isJsonObject, type JsonObject, type JsonValue, own, ownObject, recordFrom } from '../json/json.ts';
import type { Action, Flow } from '../model/flow.ts';
import { asText, renderText, renderValue } from '../reference/resolve.ts';
import { template } from '../reference/template.ts';
import type { Frame } from './frame.ts';
import { MissingCapability } from './run-error.ts';

type With<K extends keyof HostCapabilities> = HostCapabilities & Required<Pick<HostCapabilities, K>>;

const provides = <K extends keyof HostCapabilities>(host: HostCapabilities, capability: K): host is With<K> =>
  typeof host[capability] === 'function';

/** All an action can see: its own parameters with references resolved, the contact, and the host's answers. */
export class Step {
  readonly action: Action;
  readonly frame: Frame;
  readonly moduleDepth: number;
  readonly #host: HostCapabilities;
  readonly #onUnresolved: (reference: string) => void;

  constructor(
    action: Action,
    frame: Frame,
    moduleDepth: number,
    host: HostCapabilities,
    onUnresolved: (reference: string) => void,
  ) {
    this.action = action;
    this.frame = frame;
    this.moduleDepth = moduleDepth;
    this.#host = host;
    this.#onUnresolved = onUnresolved;
  }

  get contact(): ContactState {
    return this.frame.contact;
  }

  get flow(): Flow {
    return this.frame.flow;
  }

  /** The host, known to provide `capability`; stops the run with a typed error otherwise. */
  need<K extends keyof HostCapabilities>(capability: K): With<K> {
    if (!provides(this.#host, capability)) throw new MissingCapability(capability);
    return this.#host;
  }

  get host(): HostCapabilities {
    return this.#host;
  }

  /** A parameter as text, references resolved; undefined when absent, null or empty. */
  text(name: string, from: JsonObject = this.action.parameters): string | undefined {
    const written = own(from, name);
    if (written === undefined || written === null) return undefined;
    const text = typeof written === 'string' ? this.render(written) : asText(written);
    return text === '' ? undefined : text;
  }

  /** An integer parameter; `NaN` when it is written but is no integer, so that callers fail instead of guessing. */
  integer(name: string, from: JsonObject = this.action.parameters): number | undefined {
    const text = this.text(name, from);
    if (text === undefined) return undefined;
    return /^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  }

  flag(name: string, from: JsonObject = this.action.parameters): boolean {
    return this.text(name, from)?.toLowerCase() === 'true';
  }

  object(name: string, from: JsonObject = this.action.parameters): JsonObject | undefined {
    return ownObject(from, name);
  }

  /** A map of texts, e.g. contact attributes. Names may hold references too (an AWS sample does it); a value that resolves to nothing is "". */
  texts(map: JsonObject): Record<string, string> {
    return recordFrom(
      Object.entries(map).map(([key, value]) => [
        this.render(key),
        typeof value === 'string' ? this.render(value) : value === null ? '' : asText(value),
      ]),
    );
  }

  /** Any JSON with the references inside it resolved; a sole reference keeps its type, one to nothing becomes "". */
  json(value: JsonValue): JsonValue {
    if (typeof value === 'string')
      return renderValue(template(value), this.frame, ({ text }) => this.#onUnresolved(text)) ?? '';
    if (Array.isArray(value)) return value.map((item) => this.json(item));
    if (isJsonObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.json(item)]));
    return value;
  }

  render(text: string): string {
    if (!text.includes('$.')) return text;
    return renderText(template(text), this.frame, (path) => this.#onUnresolved(path.text));
  }
}
