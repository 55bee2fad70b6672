import { type LiveMessage, liveStage, liveTopics } from '../../contracts/live.ts';

export type LiveState = 'connecting' | 'live' | 'cut';

/** One page's line to what is pushed. It opens again by itself: API Gateway ends each socket after two hours, and after ten minutes of silence. */
export class LiveLine {
  readonly #url: string;
  readonly #hears = new Set<(message: LiveMessage) => void>();
  readonly #states = new Set<(state: LiveState) => void>();
  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #state: LiveState = 'connecting';

  constructor(site: Pick<Location, 'protocol' | 'host'>) {
    this.#url = `${site.protocol === 'https:' ? 'wss' : 'ws'}://${site.host}/${liveStage}`;
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Calls back for each message; the answer stops it. The line is open while somebody listens. */
  listen(hear: (message: LiveMessage) => void, onState: (state: LiveState) => void = () => {}): () => void {
    this.#hears.add(hear);
    this.#states.add(onState);
    if (this.#socket === undefined && this.#timer === undefined) this.#open();
    return () => {
      this.#hears.delete(hear);
      this.#states.delete(onState);
      if (this.#hears.size === 0) this.#close();
    };
  }

  #open(): void {
    this.#timer = undefined;
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#failures = 0;
      this.#become('live');
    });
    socket.addEventListener('message', ({ data }) => {
      const message = parseLiveMessage(data);
      if (message !== undefined) for (const hear of this.#hears) hear(message);
    });
    socket.addEventListener('close', () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#become('cut');
      this.#timer = setTimeout(() => this.#open(), this.#wait());
      this.#failures += 1;
    });
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#state = 'connecting';
  }

  #become(state: LiveState): void {
    this.#state = state;
    for (const tell of this.#states) tell(state);
  }

  /** A second, then twice as long each time, up to a minute; a part of it by chance, so that all pages do not come back at once. */
  #wait(): number {
    return Math.min(60_000, 1000 * 2 ** this.#failures) * (0.5 + Math.random() / 2);
  }
}

/** Undefined when it is no message of ours: API Gateway says things of its own. */
export function parseLiveMessage(text: unknown): LiveMessage | undefined {
  const value: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const { programme, topic, at, data }: Readonly<Record<string, unknown>> = { ...value };
  const known = liveTopics.find((one) => one === topic);
  if (typeof programme !== 'string' || typeof at !== 'string' || known === undefined) return undefined;
  return { programme, topic: known, at, ...(data === undefined ? {} : { data }) };
}
