import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { OutboundTables } from '../data/tables.ts';
import {
  type Ground,
  grantContacts,
  grantContent,
  grantIds,
  grantJournalWriting,
  setInstance,
  setVoiceReach,
} from '../functions/granted.ts';

export interface PreviewFunction {
  readonly 'campaign-preview': HandlerFunction;
}

/** Agents read who a person is, then have them called for themselves (design decision 8): nobody else is shown the person meanwhile. */
export function createPreviewFunction(
  scope: Construct,
  ground: Ground,
  { campaigns, recipients, questionnaires }: OutboundTables,
): Partial<PreviewFunction> {
  const { house, data } = ground;
  if (questionnaires === undefined) {
    return {};
  }
  const preview = new HandlerFunction(scope, 'CampaignPreview', {
    house,
    alarms: data.alarms,
    name: 'campaign-preview',
    impact: 'Agents of campaigns with preview are shown nobody, and call nobody.',
    timeout: Duration.seconds(20),
  });
  setInstance(ground, preview);
  setVoiceReach(ground, preview);
  grantIds(scope, ground, preview);
  preview.setEnvironment(env.concurrentCalls, String(house.deployment.quotas.concurrentCalls));
  campaigns.grant(preview, { items: ['BatchGetItem', 'Query', 'PutItem'], index: ['Query'] });
  recipients.grant(preview, { items: ['GetItem'] });
  questionnaires.grant(preview, { items: ['GetItem'] });
  // Whom it shows, and the number that it dials.
  data.tables.people.grant(preview, { items: ['BatchGetItem', 'GetItem'] });
  data.identity.grantPeople(preview, { read: true });
  data.centreTables.callbacks.grant(preview, { items: ['PutItem', 'DeleteItem'] });
  data.centreTables.presence.grant(preview, { items: ['GetItem'] });
  grantContent(ground, preview);
  grantJournalWriting(ground, preview);
  grantContacts(ground, preview, ['StartOutboundVoiceContact']);
  return { 'campaign-preview': preview };
}
