import type { InProcessOptions, Mishap, PortCall } from '../../local/index.ts';

/** Shares of port calls, 0 to 1. */
export interface MischiefShares {
  /** The environment dies before the call, or after it: half of each. */
  readonly crash: number;
  readonly throttle: number;
  /** Done, and the caller never hears of it. */
  readonly loseAnswer: number;
  /** Nothing befalls before, epoch milliseconds. */
  readonly from: number;
}

const enough = 2;

/** How often each place was passed, and what befell there. */
export interface PlayedPoints {
  readonly passes: Map<string, number>;
  readonly crashesBefore: Map<string, number>;
  readonly crashesAfter: Map<string, number>;
}

/** Virtual milliseconds that a call takes to reach its service: most a few, some many, so that the order of calls is the seed's. */
const usual = 12;
const slow = { share: 0.02, ms: 900 };

/** A seeded schedule of port calls and of what befalls them. What a call draws depends on its invocation and place in it alone. */
export function seededMischief(
  seed: number,
  shares: MischiefShares,
  points?: PlayedPoints,
  everyPoint = false,
): InProcessOptions {
  return {
    latencyMs({ invocation, nth }) {
      const luck = drawn(seed, 'latency', invocation, nth);
      return 1 + Math.floor(luck < slow.share ? (luck / slow.share) * slow.ms : luck * usual);
    },
    mishap(call) {
      const befalls = (everyPoint && points && due(seed, shares, points, call)) || mishapOf(seed, shares, call);
      if (points !== undefined) note(points, call, befalls);
      return befalls;
    },
  };
}

function mishapOf(
  seed: number,
  { crash, throttle, loseAnswer, from }: MischiefShares,
  { invocation, nth, at }: PortCall,
): Mishap | undefined {
  if (at < from) return undefined;
  const luck = drawn(seed, 'mishap', invocation, nth);
  if (luck < crash / 2) return 'crash-before';
  if (luck < crash) return 'crash-after';
  if (luck < crash + throttle) return 'throttle';
  return luck < crash + throttle + loseAnswer ? 'lose-answer' : undefined;
}

/** Each place is crashed at until it was often enough, on both sides, at one in a few of its passes: what is done again must get through. */
function due(
  seed: number,
  { from }: MischiefShares,
  { passes, crashesBefore, crashesAfter }: PlayedPoints,
  call: PortCall,
): Mishap | undefined {
  const point = pointOf(call);
  const { invocation, nth, at } = call;
  if (at < from) return undefined;
  const luck = drawn(seed, 'due', invocation, nth);
  // Whoever is refused gives back what they hold: that is a port call too.
  if (call.operation === 'connect:StartOutboundVoiceContact' && luck > 0.9) return 'throttle';
  const seen = passes.get(point) ?? 0;
  // Often where it is rarely passed; a record is given up after six crashes in a row, which is another promise.
  const rarely = seen > 20 ? 0.05 : seen > 5 ? 0.2 : 0.5;
  if (luck > rarely) return undefined;
  const [before, after] = [crashesBefore.get(point) ?? 0, crashesAfter.get(point) ?? 0];
  if (before >= enough && after >= enough) return undefined;
  return before <= after ? 'crash-before' : 'crash-after';
}

/** The place of a call: which function asks what. */
function pointOf({ functionName, operation }: PortCall): string {
  return `${functionName} ${operation}`;
}

function note(
  { passes, crashesBefore, crashesAfter }: PlayedPoints,
  call: PortCall,
  befalls: Mishap | undefined,
): void {
  const point = pointOf(call);
  const add = (to: Map<string, number>) => to.set(point, (to.get(point) ?? 0) + 1);
  add(passes);
  if (befalls === 'crash-before') add(crashesBefore);
  if (befalls === 'crash-after') add(crashesAfter);
}

/** A number from 0 to 1 that is always the same for the same words. */
function drawn(...words: readonly (string | number)[]): number {
  let hash = 2_166_136_261;
  for (const character of words.join(' ')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_917);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
