import type { MessageRegister } from './message-register.ts';

/** A chain of which nothing is heard for so long is dead, and the next tick begins another. */
const aliveMs = 20_000;
/** Renewed this long before it would count as dead: one write serves some ten runs. */
const renewMs = 10_000;

/**
 * Runs follow each other second by second while messages are due; two chains at once would send twice as fast as the provider takes. A tick begins a
 * chain unless one is alive; a wake goes on with its own. Answers the chain to go on with, undefined when this run has to stop.
 */
export async function joinChain(
  programme: string,
  run: { readonly at: string; readonly chain?: number },
  messages: Pick<MessageRegister, 'readChain' | 'writeChain'>,
): Promise<number | undefined> {
  const { at, chain } = run;
  const known = await messages.readChain(programme);
  const isOwn = chain !== undefined && known?.version === chain;
  if (chain === undefined ? known !== undefined && known.until > at : !isOwn) {
    return undefined;
  }
  if (isOwn && known.until > later(at, renewMs)) {
    return chain;
  }
  // A wake that came twice renews once: the second finds another version, and stops.
  const next = { until: later(at, aliveMs), version: (known?.version ?? 0) + 1 };
  return (await messages.writeChain(programme, next)) ? next.version : undefined;
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
