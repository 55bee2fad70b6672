import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { hasCrises } from '../house.ts';
import { grantCampaigns } from '../outbound/campaign-functions.ts';
import {
  type Ground,
  grantContacts,
  grantContent,
  grantIds,
  grantJournalWriting,
  grantRegistering,
  setInstance,
} from './granted.ts';

/** The functions that read what Connect tells after the fact: contact records and agent events. */
export function createRecordFunctions(scope: Construct, ground: Ground): void {
  const { house, data, instance } = ground;

  const contactRecords = new HandlerFunction(scope, 'ContactRecords', {
    house,
    alarms: data.alarms,
    name: 'contact-records',
    impact: 'Calls are missing from the journal: their callers are not called back and the report is short.',
    deadLetters: 'Calls that could not be read are not in the journal: their callers are not called back.',
    timeout: Duration.seconds(60),
  });
  setInstance(ground, contactRecords);
  grantIds(scope, ground, contactRecords);
  grantJournalWriting(ground, contactRecords);
  grantContent(ground, contactRecords);
  grantRegistering(ground, contactRecords);
  data.identity.grantPeople(contactRecords, { register: true });
  data.centreTables.callbacks.grant(contactRecords, { items: ['GetItem', 'PutItem', 'DeleteItem'] });
  grantContacts(ground, contactRecords, ['DescribeContact', 'StopContact']);
  grantCampaigns(ground, contactRecords, 'change');
  // Records come 10 to 60 s after the call anyway: some seconds more let several share an invocation. Those of a campaign come by the dozen, and
  // the next attempt at a person is hours away.
  instance.contactRecords.feed(contactRecords, Duration.seconds(hasCrises(house) ? 20 : 5));

  const agentEvents = new HandlerFunction(scope, 'AgentEvents', {
    house,
    alarms: data.alarms,
    name: 'agent-events',
    impact: 'Callbacks wait or ring with no agent free, because the state of agents is not written.',
    deadLetters: 'Changes of status of agents are missing from the journal and from presence.',
    timeout: Duration.seconds(30),
  });
  setInstance(ground, agentEvents);
  data.centreTables.presence.grant(agentEvents, { items: ['GetItem', 'PutItem'] });
  grantJournalWriting(ground, agentEvents);
  grantContent(ground, agentEvents);
  // What must be known at once comes from GetCurrentMetricData. With heartbeats every two minutes, an agent kept at most four minutes old stays
  // within the five after which they count as gone.
  instance.agentEvents.feed(agentEvents, Duration.seconds(45));
}
