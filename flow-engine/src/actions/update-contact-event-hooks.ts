import { eventHooks } from '../contact/contact-state.ts';
import { done, failure } from '../run/outcome.ts';
import { defineAction } from './action-definition.ts';
import { flag, id, object } from './parameter-rule.ts';

const hooks = Object.fromEntries(eventHooks.map((hook) => [hook, id()]));
const switches = Object.fromEntries(eventHooks.map((hook) => [hook, object({ DisableExecution: flag() })]));

/** Chooses the flows run later in the contact's life: queue, whispers, hold, disconnect, guides. */
export const updateContactEventHooks = defineAction({
  type: 'UpdateContactEventHooks',
  parameters: object(
    {
      EventHooks: object(hooks, { atMostOne: [eventHooks] }),
      EventHooksConfiguration: object(switches, { unconfirmed: 'undocumented, seen in 9 real flows' }),
    },
    { atLeastOne: [['EventHooks', 'EventHooksConfiguration']] },
  ),
  run(step) {
    const { contact } = step;
    const chosen = step.object('EventHooks') ?? {};
    const configuration = step.object('EventHooksConfiguration') ?? {};
    for (const hook of eventHooks) {
      if (!Object.hasOwn(chosen, hook)) continue;
      const flowId = step.text(hook, chosen);
      if (flowId === undefined) return failure(`event hook ${hook} leads to no flow`);
      contact.eventHooks[hook] = flowId;
      contact.disabledHooks.delete(hook);
    }
    for (const hook of eventHooks) {
      const settings = step.object(hook, configuration);
      if (settings === undefined) continue;
      if (step.flag('DisableExecution', settings)) contact.disabledHooks.add(hook);
      else contact.disabledHooks.delete(hook);
    }
    return done;
  },
});
