import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { metrics } from '../../contracts/metrics.ts';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { grantFollowing } from '../follow-up/grant-following.ts';
import type { Ground, WebGround } from '../functions/granted.ts';
import { hasSurvey } from '../house.ts';
import { grantMessages } from '../messaging/message-functions.ts';
import { grantReferring } from '../outbound/referral-functions.ts';

export interface SurveyFunctions {
  readonly survey: HandlerFunction;
}

/** The pages of personal links (ARS-03): nothing where no programme has a survey. */
export function createSurveyFunctions(scope: Construct, ground: Ground, publicUrl: string): Partial<SurveyFunctions> {
  const { house, data } = ground;
  const { surveyTables, outboundTables } = data;
  // Links alone are also how messages about appointments are stopped.
  if (!hasSurvey(house) || surveyTables === undefined || outboundTables === undefined) {
    return {};
  }
  const survey = new HandlerFunction(scope, 'Survey', {
    house,
    alarms: data.alarms,
    name: 'survey',
    impact: 'People who open the link they received cannot answer, and wait for a call.',
    timeout: Duration.seconds(10),
    // A page is seen sooner by who waits for it: the share of a processor comes with memory.
    memory: 1024,
  });
  grantLinks(ground, survey, 'open');
  surveyTables.links.grant(survey, { items: ['BatchGetItem'] });
  outboundTables.questionnaires?.grant(survey, { items: ['BatchGetItem', 'PutItem'] });
  // Whose birth date it is; nothing else of them is shown.
  data.tables.people.grant(survey, { items: ['BatchGetItem'] });
  data.identity.grantPeople(survey, { read: true });
  // Content, the journal, and going on with the protocol come with it.
  grantReferring(ground, survey, publicUrl);
  grantFollowing(ground, survey);
  grantMessages(ground, survey, 'stop');
  createAlarms(scope, ground, survey);
  return { survey };
}

/** Naming links, as whoever writes to people does, or opening them too. */
export function grantLinks({ data }: WebGround, handler: HandlerFunction, use: 'name' | 'open'): void {
  data.linkSecret?.grantTokens(handler);
  if (use === 'open') {
    data.surveyTables?.links.grant(handler, { items: ['UpdateItem'] });
  }
}

function createAlarms(scope: Construct, { data }: Ground, survey: HandlerFunction): void {
  const counted = (metricName: string, period: Duration) =>
    new Metric({ namespace: metrics.namespace, metricName, statistic: 'Sum', period });
  data.alarms.declare(scope, 'DeadLinks', {
    runbook: 'dead-links',
    impact: 'Somebody guesses links, or links that were sent open nothing: people cannot answer.',
    metric: counted(metrics.deadLinks, Duration.minutes(5)),
    threshold: 300,
  });
  data.alarms.declare(scope, 'LockedLinks', {
    runbook: 'locked-links',
    impact: 'Somebody guesses birth dates, or those of a list are wrong: people cannot answer, and wait for a call.',
    metric: counted(metrics.lockedLinks, Duration.hours(1)),
    threshold: 30,
  });
  data.alarms.declare(scope, 'SurveySlow', {
    runbook: 'survey-slow',
    impact: 'People wait for each question of a survey, and give up.',
    metric: survey.fn.metricDuration({ statistic: 'p95', period: Duration.minutes(5) }),
    threshold: 2_000,
    periods: 3,
  });
}
