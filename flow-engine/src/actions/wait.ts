import { ownArray } from '../json/json.ts';
import { noMatchingError } from '../model/error-types.ts';
import { failure, result } from '../run/outcome.ts';
import { defineAction } from './action-definition.ts';
import { choice, integer, list, object } from './parameter-rule.ts';

const events = ['CustomerReturned', 'BotParticipantDisconnected'];
const sevenDays = 604_800;

/** Waits for a time or an event, whichever comes first. */
export const wait = defineAction({
  type: 'Wait',
  group: 'flow-control',
  parameters: object(
    {
      TimeLimitSeconds: integer(1, sevenDays),
      TimeoutSeconds: integer(1, sevenDays, {
        unconfirmed: 'the documentation has TimeoutSeconds, exports TimeLimitSeconds',
      }),
      Events: list(choice(events)),
    },
    { exactlyOne: [['TimeLimitSeconds', 'TimeoutSeconds']] },
  ),
  branches: {
    conditions: { operands: ['WaitCompleted', ...events], required: ['WaitCompleted'] },
    errors: [noMatchingError],
    optionalErrors: ['ParticipantNotFound'],
    next: 'placeholder',
  },
  flowTypes: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'CAMPAIGN'],
  run(step) {
    const seconds = step.integer('TimeLimitSeconds') ?? step.integer('TimeoutSeconds');
    if (seconds === undefined || !(seconds >= 1 && seconds <= sevenDays))
      return failure(`the wait is ${seconds} s; accepted: 1 to ${sevenDays}`);
    const awaited = (ownArray(step.action.parameters, 'Events') ?? []).filter((event) => typeof event === 'string');
    step.contact.lambdaChainSeconds = 0;
    return {
      kind: 'wait',
      waiting: { kind: 'wait', seconds, events: awaited },
      accepts: ['timeout', 'event'],
      on(signal) {
        if (signal.kind === 'timeout') return result('WaitCompleted');
        return signal.kind === 'event' && awaited.includes(signal.name) ? result(signal.name) : undefined;
      },
    };
  },
});
