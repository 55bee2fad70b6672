import type { DeskDraft } from '../../contracts/desk-context.ts';
import { ApiError } from '../api/api-client.ts';

/** `waiting`: the network or the session is gone, it is sent again by itself; `refused`: the centre does not take it as it is. */
export type SaveState = 'saved' | 'typing' | 'saving' | 'waiting' | 'refused';

export type DraftPart = Omit<DeskDraft, 'revision'>;

/** `undefined` takes a field away. */
export type DraftChange = { readonly [Field in keyof DraftPart]?: DraftPart[Field] | undefined };

/** Runs a task later; answers how not to. */
export type Later = (ms: number, task: () => void) => () => void;

/** What is typed is on its way within this time, so that it is kept within a second. */
const pauseMs = 500;
const retriesMs = [1_000, 2_000, 4_000, 8_000];

/** Keeps what an agent types about one contact: in memory here, at the centre within a second, sent again until it is there. */
export class DraftKeeper {
  readonly #save: (draft: DeskDraft) => Promise<void>;
  readonly #later: Later;
  readonly #onChange: () => void;
  #draft: DeskDraft;
  #savedRevision: number;
  #state: SaveState = 'saved';
  #fault: string | undefined;
  #isSignedOut = false;
  #failures = 0;
  #isSending = false;
  #cancel: (() => void) | undefined;

  constructor(
    initial: DeskDraft | undefined,
    ports: { readonly save: (draft: DeskDraft) => Promise<void>; readonly later: Later; readonly onChange: () => void },
  ) {
    this.#draft = initial ?? { revision: 0 };
    this.#savedRevision = this.#draft.revision;
    this.#save = ports.save;
    this.#later = ports.later;
    this.#onChange = ports.onChange;
  }

  get draft(): DeskDraft {
    return this.#draft;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Why it is not kept yet, in French. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Nothing is kept until the agent signs in again, in another tab. */
  get isSignedOut(): boolean {
    return this.#isSignedOut;
  }

  get isSaved(): boolean {
    return this.#savedRevision === this.#draft.revision;
  }

  /** What the centre kept of an earlier visit of this page; what was typed meanwhile goes over it. */
  adopt(kept: DeskDraft): void {
    if (this.#draft.revision === 0) {
      this.#draft = kept;
      this.#savedRevision = kept.revision;
    } else {
      this.#draft = { ...kept, ...this.#draft, revision: Math.max(kept.revision, this.#draft.revision) + 1 };
      this.#schedule(0);
    }
    this.#onChange();
  }

  change(part: DraftChange): void {
    const merged = Object.entries({ ...this.#draft, ...part }).filter(([, value]) => value !== undefined);
    this.#draft = { ...Object.fromEntries(merged), revision: this.#draft.revision + 1 };
    this.#fault = undefined;
    this.#failures = 0;
    this.#set('typing');
    this.#schedule(pauseMs);
  }

  close(): void {
    this.#cancel?.();
  }

  #schedule(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#later(ms, () => void this.#send());
  }

  async #send(): Promise<void> {
    this.#cancel = undefined;
    if (this.#isSending) {
      return;
    }
    this.#isSending = true;
    const draft = this.#draft;
    this.#set('saving');
    try {
      await this.#save(draft);
      this.#savedRevision = Math.max(this.#savedRevision, draft.revision);
      this.#failures = 0;
      this.#isSignedOut = false;
      this.#fault = undefined;
      this.#set(this.isSaved ? 'saved' : 'typing');
      if (!this.isSaved) this.#schedule(pauseMs);
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#isSending = false;
    }
  }

  #failed(error: unknown): void {
    const status = error instanceof ApiError ? error.status : 0;
    this.#isSignedOut = status === 401;
    this.#fault = error instanceof Error ? error.message : String(error);
    const isLasting = status >= 400 && status < 500 && status !== 401 && status !== 429;
    if (isLasting) {
      this.#set('refused');
      return;
    }
    this.#set('waiting');
    this.#schedule(retriesMs[Math.min(this.#failures, retriesMs.length - 1)] ?? 0);
    this.#failures += 1;
  }

  #set(state: SaveState): void {
    this.#state = state;
    this.#onChange();
  }
}
