import { ownString } from '../json/json.ts';
import { noMatchingError } from '../model/error-types.ts';
import { done, end, failure } from '../run/outcome.ts';
import { defineAction, inboundTransfersAndQueue } from './action-definition.ts';
import { flag, id, integer, neededId, object } from './parameter-rule.ts';

/** Connects the caller to an outside number, and may come back to the flow when that call ends. */
export const transferParticipantToThirdParty = defineAction({
  type: 'TransferParticipantToThirdParty',
  group: 'participant',
  parameters: object({
    ThirdPartyPhoneNumber: neededId,
    ThirdPartyConnectionTimeLimitSeconds: integer(1, 600, { required: true }),
    ContinueFlowExecution: flag({ required: true }),
    ThirdPartyDTMFDigits: id({ maximumLength: 50, unconfirmed: 'length not documented' }),
    CallerId: object({ Number: id(), Name: id() }),
  }),
  branches: ({ parameters }) => ({
    errors: [noMatchingError],
    optionalErrors:
      ownString(parameters, 'ContinueFlowExecution')?.toLowerCase() === 'true'
        ? ['CallFailed', 'ConnectionTimeLimitExceeded']
        : [],
  }),
  flowTypes: inboundTransfersAndQueue,
  channels: ['VOICE'],
  source: 'adminguide: transfer-to-phone-number',
  run(step) {
    const phoneNumber = step.text('ThirdPartyPhoneNumber');
    if (phoneNumber === undefined) return failure('ThirdPartyPhoneNumber leads to no number');
    const seconds = step.integer('ThirdPartyConnectionTimeLimitSeconds') ?? 30;
    if (!(seconds >= 1 && seconds <= 600)) return failure(`the connection limit is ${seconds} s; accepted: 1 to 600`);
    const continues = step.flag('ContinueFlowExecution');
    const dtmfDigits = step.text('ThirdPartyDTMFDigits');
    const caller = step.object('CallerId');
    const number = step.text('Number', caller ?? {});
    const name = step.text('Name', caller ?? {});
    return {
      kind: 'wait',
      waiting: {
        kind: 'third-party',
        phoneNumber,
        connectionTimeLimitSeconds: seconds,
        continueFlowExecution: continues,
        ...(dtmfDigits === undefined ? {} : { dtmfDigits }),
        ...(caller === undefined
          ? {}
          : { callerId: { ...(number === undefined ? {} : { number }), ...(name === undefined ? {} : { name }) } }),
      },
      accepts: ['third-party-ended', 'timeout'],
      on(signal) {
        const outcome =
          signal.kind === 'timeout' ? 'time-limit' : signal.kind === 'third-party-ended' ? signal.outcome : 'error';
        if (outcome === 'call-failed') return failure(`${phoneNumber} could not be called`, 'CallFailed');
        if (outcome === 'time-limit')
          return failure(`${phoneNumber} did not answer in ${seconds} s`, 'ConnectionTimeLimitExceeded');
        if (outcome === 'error') return failure(`the transfer to ${phoneNumber} failed`);
        return continues ? done : end('transferred-to-third-party');
      },
    };
  },
});
