import type { EventHook, Flow } from '../../../flow-engine/src/index.ts';
import type { Contact } from '../contact.ts';
import { defaultFlow } from '../model/default-flows.ts';
import { now, type World } from '../world.ts';

/** Hooks for which an instance has a default flow (adminguide: contact-flow-default). */
export type PlayedHook = Extract<EventHook, 'CustomerQueue' | 'CustomerHold' | 'AgentWhisper' | 'CustomerWhisper'>;

/** The flow to run at one moment of a contact's life: the one its flows chose, else the instance's default; none when disabled. */
export function hookFlow(world: World, contact: Contact, hook: PlayedHook): Flow | undefined {
  if (contact.state.disabledHooks.has(hook)) return undefined;
  return chosenFlow(world, contact, hook) ?? defaultFlow(hook);
}

/** The flow that the contact's flows chose for a hook, if any. A hook to a flow that does not exist counts as a flow error. */
export function chosenFlow(world: World, contact: Contact, hook: EventHook): Flow | undefined {
  const chosen = contact.state.eventHooks[hook];
  if (chosen === undefined) return undefined;
  const flow = world.instance.flows.find(chosen)?.flow;
  if (flow === undefined) world.counters.add('ContactFlowErrors', now(world));
  return flow;
}

/** What a called customer hears first: the outbound whisper of the contact's queue, else the default one. */
export function outboundWhisper(world: World, contact: Contact): Flow {
  const arn = contact.queue?.model.outboundFlowArn;
  return (arn === undefined ? undefined : world.instance.flows.find(arn)?.flow) ?? defaultFlow('Outbound');
}
