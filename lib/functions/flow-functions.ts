import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { flowFunctions } from '../../contracts/functions.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { hasOutbound } from '../house.ts';
import type { Impact } from '../monitoring/alarm-desk.ts';
import { grantCampaigns } from '../outbound/campaign-functions.ts';
import { type Ground, grantContent, grantIds, grantRegistering, setVoiceReach } from './granted.ts';

type FlowFunctionName = (typeof flowFunctions)[number];
export type FlowFunctions = Readonly<Record<FlowFunctionName, HandlerFunction>>;

/** The functions that flows call while a person listens: Connect waits 8 s and then takes the error branch. */
export function createFlowFunctions(scope: Construct, ground: Ground): FlowFunctions {
  const { data } = ground;
  // The association that is made with the flows lets Connect call it, for this instance and no other: creating one needs
  // lambda:AddPermission (resource schema of AWS::Connect::IntegrationAssociation).
  const create = (name: FlowFunctionName, id: string, impact: Impact): HandlerFunction =>
    new HandlerFunction(scope, id, {
      house: ground.house,
      alarms: data.alarms,
      name,
      impact,
      timeout: Duration.seconds(8),
    });

  const inboundContext = create(
    'inbound-context',
    'InboundContext',
    'Every caller goes through the fallback messages, unknown and without priority.',
  );
  grantIds(scope, ground, inboundContext);
  grantContent(ground, inboundContext);
  grantRegistering(ground, inboundContext);
  data.identity.grantPeople(inboundContext, { register: true });
  // Whoever rings back in a campaign, or while an order owes them a call, is not rung meanwhile: their number is locked.
  const ringBacks = hasOutbound(ground.house);
  data.centreTables.callbacks.grant(inboundContext, {
    items: ['GetItem', ...(ringBacks ? (['PutItem', 'DeleteItem'] as const) : [])],
  });
  if (ringBacks) {
    grantCampaigns(ground, inboundContext, 'read');
  }

  const callerNumber = create(
    'caller-number',
    'CallerNumber',
    'Callers who hide their number and give it by keypad are not called back.',
  );
  grantRegistering(ground, callerNumber);
  data.identity.grantPeople(callerNumber, { register: true });

  const callbackRequest = create(
    'callback-request',
    'CallbackRequest',
    'Waiting callers who ask to be called back cannot hang up without losing their place.',
  );
  setVoiceReach(ground, callbackRequest);
  grantContent(ground, callbackRequest);
  grantRegistering(ground, callbackRequest);
  data.identity.grantPeople(callbackRequest, { register: true, read: true });
  data.centreTables.callbacks.grant(callbackRequest, { items: ['GetItem', 'PutItem'] });

  const queueAnnouncement = create(
    'queue-announcement',
    'QueueAnnouncement',
    'Waiting callers hear music only: neither their position nor the offer of a callback.',
  );
  grantContent(ground, queueAnnouncement);

  return {
    'inbound-context': inboundContext,
    'caller-number': callerNumber,
    'callback-request': callbackRequest,
    'queue-announcement': queueAnnouncement,
  };
}
