import type { DeskContext } from '../../contracts/desk-context.ts';
import { ApiError } from '../api/api-client.ts';
import type { DeskApi } from './desk-api.ts';
import { DraftKeeper, type Later } from './draft-keeper.ts';

/** `waiting`: sent again by itself until the centre takes it. */
export type Filing = 'no' | 'sending' | 'waiting' | 'filed';

export interface WorkPorts {
  readonly api: DeskApi;
  readonly later: Later;
  readonly newId: () => string;
  readonly onChange: () => void;
}

const retryMs = 3_000;
const isPassing = (error: unknown): boolean =>
  !(error instanceof ApiError) ||
  error.status === 0 ||
  error.status === 401 ||
  error.status === 429 ||
  error.status >= 500;

/** One contact from its first ring until what it was about is written down and kept by the centre. */
export class ContactWork {
  readonly programme: string;
  readonly contactId: string;
  readonly keeper: DraftKeeper;
  context: DeskContext | undefined;
  /** Why there is no context yet, in French. */
  contextFault: string | undefined;
  /** Agent and person have talked: something is to be written. */
  spoke = false;
  filing: Filing = 'no';
  /** Why the wrap-up was not taken, in French. */
  filingFault: string | undefined;
  readonly #ports: WorkPorts;
  readonly #wrapUpId: string;
  readonly #questionId: string;
  #isClosed = false;
  #wasSignedOut = false;

  constructor(programme: string, contactId: string, ports: WorkPorts) {
    this.programme = programme;
    this.contactId = contactId;
    this.#ports = ports;
    this.#wrapUpId = ports.newId();
    this.#questionId = ports.newId();
    this.keeper = new DraftKeeper(undefined, {
      save: (draft) => ports.api.saveDraft(programme, contactId, draft),
      later: ports.later,
      onChange: ports.onChange,
    });
    void this.#read();
  }

  /** Leaving the page would lose something. */
  get isUnsaved(): boolean {
    return !this.keeper.isSaved || this.filing === 'sending' || this.filing === 'waiting';
  }

  /** The centre keeps nothing more of it until the agent signs in again, in another tab. */
  get isSignedOut(): boolean {
    return this.#wasSignedOut || this.keeper.isSignedOut;
  }

  /** What is missing before it can be filed, in French. */
  get missing(): string | undefined {
    const { disposition, scheme, motive, askedFor, outcome } = this.keeper.draft;
    const attempt = this.context?.attempt;
    if (attempt === undefined) {
      if ((scheme ?? this.context?.scheme) === undefined) return 'Choisissez le dispositif.';
      return motive === undefined ? 'Choisissez le motif.' : undefined;
    }
    if (disposition === undefined) return 'Choisissez l’issue de l’appel.';
    if (disposition === 'call-later' && askedFor === undefined) return 'Dites quand rappeler.';
    return attempt.guide === 'script' && disposition === 'complete' && outcome === undefined
      ? 'Dites ce que la personne va faire.'
      : undefined;
  }

  /** Files the wrap-up; resolves once the centre has it, or refused it. Asked again, it is the same. */
  async file(): Promise<void> {
    if (this.filing === 'sending' || this.filing === 'filed') return;
    this.#set('sending');
    try {
      await this.#openQuestion();
      await this.#ports.api.wrapUp(this.programme, this.contactId, this.#form());
      this.keeper.change({ wrappedUp: true });
      this.#wasSignedOut = false;
      this.#set('filed');
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (!isPassing(error)) return this.#set('no', why);
      this.#wasSignedOut = error instanceof ApiError && error.status === 401;
      this.#set('waiting', why);
      await new Promise<void>((resolve) => this.#ports.later(retryMs, resolve));
      if (this.filing === 'waiting') await this.file();
    }
  }

  close(): void {
    this.#isClosed = true;
  }

  #form(): object {
    const { scheme, motive, disposition, outcome, askedFor, absentUntil, revision } = this.keeper.draft;
    const attempt = this.context?.attempt;
    return attempt === undefined
      ? { clientId: this.#wrapUpId, scheme: scheme ?? this.context?.scheme, motive, revision: Math.max(1, revision) }
      : { attemptId: attempt.attemptId, disposition, outcome, askedFor, absentUntil, revision: Math.max(1, revision) };
  }

  async #openQuestion(): Promise<void> {
    const { question, questionId, scheme, questionDue, questionCallBack } = this.keeper.draft;
    const numberKey = this.context?.person.numberKey;
    if (question === undefined || question.trim() === '' || questionId !== undefined) return;
    await this.#ports.api.openQuestion(this.programme, {
      clientId: this.#questionId,
      scheme: scheme ?? this.context?.scheme ?? this.context?.schemes.at(-1)?.code,
      text: question,
      contactId: this.contactId,
      ...(questionDue !== undefined && questionDue !== '' && { dueOn: questionDue }),
      ...(numberKey !== undefined && questionCallBack !== 'non' && { numberKey }),
    });
    this.keeper.change({ questionId: this.#questionId });
  }

  async #read(): Promise<void> {
    try {
      const context = await this.#ports.api.context(this.programme, this.contactId);
      this.context = context;
      this.contextFault = undefined;
      if (context.draft !== undefined) {
        this.keeper.adopt(context.draft);
        if (context.draft.wrappedUp === true) this.filing = 'filed';
      }
    } catch (error) {
      this.contextFault = error instanceof Error ? error.message : String(error);
      if (isPassing(error)) this.#ports.later(retryMs, () => this.#isClosed || void this.#read());
    }
    this.#ports.onChange();
  }

  #set(filing: Filing, fault?: string): void {
    this.filing = filing;
    this.filingFault = fault;
    this.#ports.onChange();
  }
}
