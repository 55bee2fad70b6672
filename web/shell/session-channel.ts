/** What open pages of one browser tell each other. Nothing of it is kept. */
type Said = 'signed-in' | 'active';

const channel = () => new BroadcastChannel('permanence');

/** Somebody signed in: pages that are locked look who it is. */
export function tellSignedIn(): void {
  say('signed-in');
}

/** Somebody is here, in whichever page. */
export function tellActive(): void {
  say('active');
}

/** Calls back when another page says it; the answer stops it. */
export function hear(what: Said, listener: () => void): () => void {
  const line = channel();
  line.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === what) listener();
  };
  return () => line.close();
}

function say(what: Said): void {
  const line = channel();
  line.postMessage(what);
  line.close();
}
