import type { Json } from '../../json.ts';
import type { World } from '../world.ts';
import type { ApiInput } from './input.ts';

/** One API of Amazon Connect. Reads answer from the settled past; changes take effect a millisecond later, in the call's own lane. */
export interface Operation {
  readonly mutates: boolean;
  run(world: World, input: ApiInput, call: { readonly lane: string }): Json;
}

/** Schedules the effect of a call: after everything of this instant, in an order that derives from the call. */
export function takeEffect(world: World, lane: string, task: () => void): void {
  world.cloud.kernel.after(1, lane, task);
}
