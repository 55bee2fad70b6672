import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { OutboundTables } from '../data/tables.ts';
import { type Ground, grantContent } from '../functions/granted.ts';

export interface ForecastFunctions {
  readonly 'campaign-forecast': HandlerFunction;
}

/** Says before a campaign whether it can be done, and during it where it goes (REFLEX-31, REFLEX-17). Reads; writes nothing. */
export function createForecastFunctions(scope: Construct, ground: Ground, tables: OutboundTables): ForecastFunctions {
  const { house, data } = ground;
  const forecast = new HandlerFunction(scope, 'CampaignForecast', {
    house,
    alarms: data.alarms,
    name: 'campaign-forecast',
    impact: 'Nobody can say before a campaign whether the agents suffice, nor during it whether the objective is lost.',
    // The journal of two days, or the whole register.
    timeout: Duration.seconds(29),
    memory: 1024,
  });
  forecast.setEnvironment(env.concurrentCalls, String(house.deployment.quotas.concurrentCalls));
  tables.campaigns.grant(forecast, { items: ['Query'] });
  tables.recipients.grant(forecast, { items: ['Query'] });
  data.tables.journal.grant(forecast, { items: ['Query'] });
  grantContent(ground, forecast);
  return { 'campaign-forecast': forecast };
}
