import type { ContactState } from '../contact/contact-state.ts';
import { emptyRecord, type JsonObject, type JsonValue } from '../json/json.ts';
import type { Flow } from '../model/flow.ts';
import type { Scope } from '../reference/resolve.ts';

/** What a module must not see of its caller, put aside while it runs (adminguide: contact-flow-modules). */
interface Hidden {
  readonly external: JsonObject | undefined;
  readonly storedInput: string | undefined;
  readonly lex: JsonValue | undefined;
  readonly metrics: JsonValue | undefined;
}

/** How a module was entered: the InvokeFlowModule action to go on from, and what it passed. */
interface ModuleCall {
  readonly from: string;
  readonly input: JsonValue;
}

/** One flow or module being run; modules stack on their caller. */
export class Frame implements Scope {
  readonly contact: ContactState;
  readonly flow: Flow;
  readonly flowAttributes: Record<string, string> = emptyRecord();
  readonly modules: JsonObject = emptyRecord();
  readonly loops: JsonObject = emptyRecord();
  readonly call: ModuleCall | undefined;
  readonly #hidden: Hidden | undefined;

  constructor(contact: ContactState, flow: Flow, call?: ModuleCall) {
    this.contact = contact;
    this.flow = flow;
    this.call = call;
    if (call === undefined) return;
    this.modules['Input'] = call.input;
    const { Lex, Metrics } = contact.namespaces;
    this.#hidden = { external: contact.external, storedInput: contact.storedInput, lex: Lex, metrics: Metrics };
    contact.external = undefined;
    contact.storedInput = undefined;
    delete contact.namespaces['Lex'];
    delete contact.namespaces['Metrics'];
  }

  /** Gives the caller its own view back when the module returns. */
  restore(): void {
    if (this.#hidden === undefined) return;
    this.contact.external = this.#hidden.external;
    this.contact.storedInput = this.#hidden.storedInput;
    if (this.#hidden.lex === undefined) delete this.contact.namespaces['Lex'];
    else this.contact.namespaces['Lex'] = this.#hidden.lex;
    if (this.#hidden.metrics === undefined) delete this.contact.namespaces['Metrics'];
    else this.contact.namespaces['Metrics'] = this.#hidden.metrics;
  }
}
