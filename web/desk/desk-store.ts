import type { Softphone } from '../softphone/softphone.ts';
import { ContactWork, type WorkPorts } from './contact-work.ts';

/** Contacts in hand: the one on the line, and those whose wrap-up is not kept by the centre yet. */
export class DeskStore {
  readonly softphone: Softphone;
  readonly #ports: WorkPorts;
  readonly #programmes: readonly string[];
  readonly #listeners = new Set<() => void>();
  readonly #works = new Map<string, ContactWork>();
  readonly #stop: () => void;
  #shown: string | undefined;
  /** Grows with each change: what React compares. */
  version = 0;

  /** `programmes`: those in which the agent may take calls, the usual one first. */
  constructor(softphone: Softphone, programmes: readonly string[], ports: Omit<WorkPorts, 'onChange'>) {
    this.softphone = softphone;
    this.#programmes = programmes;
    this.#ports = {
      ...ports,
      onChange: () => {
        this.#forget(this.softphone.state.contact?.contactId);
        this.#changed();
      },
    };
    this.#stop = softphone.subscribe(() => this.#follow());
    this.#follow();
  }

  /** The contact on screen. */
  get shown(): ContactWork | undefined {
    return this.#works.get(this.#shown ?? '');
  }

  /** Contacts that are over, with something still to be written or sent. */
  get unfinished(): readonly ContactWork[] {
    const onLine = this.softphone.state.contact?.contactId;
    return [...this.#works.values()].filter(
      (work) => work.contactId !== onLine && (work.filing !== 'filed' || work.isUnsaved),
    );
  }

  get isUnsaved(): boolean {
    return [...this.#works.values()].some((work) => work.isUnsaved);
  }

  show(contactId: string): void {
    this.#shown = contactId;
    this.#changed();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Files what is on screen, and frees the agent once the centre has it. */
  async finish(work: ContactWork): Promise<void> {
    await work.file();
    const { contact } = this.softphone.state;
    if (work.filing === 'filed' && contact?.contactId === work.contactId && contact.state === 'after-call-work') {
      await this.softphone.completeAfterCallWork();
    }
  }

  close(): void {
    this.#stop();
    for (const work of this.#works.values()) work.close();
  }

  #follow(): void {
    const { contact } = this.softphone.state;
    if (contact !== undefined) {
      const { contactId, attributes, state } = contact;
      let work = this.#works.get(contactId);
      if (work === undefined && state !== 'missed') {
        const named = attributes['programme'] ?? '';
        const programme = this.#programmes.includes(named) ? named : this.#programmes[0];
        if (programme !== undefined) {
          work = new ContactWork(programme, contactId, this.#ports);
          this.#works.set(contactId, work);
          this.#shown = contactId;
        }
      }
      if (work !== undefined && (state === 'connected' || state === 'on-hold' || state === 'after-call-work')) {
        work.spoke = true;
      }
    }
    this.#forget(contact?.contactId);
    this.#changed();
  }

  /** Contacts that are over and need nothing more: nobody talked, or all of it is kept. */
  #forget(onLine: string | undefined): void {
    for (const [contactId, work] of this.#works) {
      const isDone = !work.spoke || (work.filing === 'filed' && !work.isUnsaved);
      if (contactId === onLine || !isDone) continue;
      work.close();
      this.#works.delete(contactId);
      if (this.#shown === contactId) this.#shown = undefined;
    }
    if (this.shown === undefined) this.#shown = onLine ?? [...this.#works.keys()][0];
  }

  #changed(): void {
    this.version += 1;
    for (const listener of this.#listeners) listener();
  }
}
