import type { Construct } from 'constructs';
import type { outboundFunctionNames } from '../../contracts/functions.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { Ground } from '../functions/granted.ts';
import { hasCrises, hasReferrals, hasScripts } from '../house.ts';
import { createCampaignFunctions } from './campaign-functions.ts';
import { createCycleReport } from './cycle-report.ts';
import { createForecastFunctions } from './forecast-functions.ts';
import { createPreviewFunction } from './preview-function.ts';
import { createQuestionnaireFunctions } from './questionnaire-functions.ts';
import { createRecipientFunctions } from './recipient-functions.ts';
import { createReferralFunctions } from './referral-functions.ts';
import { createScriptFunction } from './script-function.ts';

/** What serves campaigns, questionnaires, scripts and referrals, each where a programme has some: nothing where none calls people on its own account. */
export function createOutboundFunctions(
  scope: Construct,
  ground: Ground,
  publicUrl: string,
): Partial<Readonly<Record<(typeof outboundFunctionNames)[number], HandlerFunction>>> {
  const { outboundTables } = ground.data;
  if (outboundTables === undefined) {
    return {};
  }
  const { house } = ground;
  const withCrises = hasCrises(house);
  if (withCrises) {
    createCycleReport(scope, ground, outboundTables, publicUrl);
  }
  return {
    ...createQuestionnaireFunctions(scope, ground, outboundTables, publicUrl),
    ...createRecipientFunctions(scope, ground, publicUrl),
    ...createCampaignFunctions(scope, ground, outboundTables),
    ...(withCrises && createForecastFunctions(scope, ground, outboundTables)),
    ...(withCrises && createPreviewFunction(scope, ground, outboundTables)),
    ...(hasReferrals(house) && createReferralFunctions(scope, ground, publicUrl)),
    ...(hasScripts(house) && createScriptFunction(scope, ground, outboundTables)),
  };
}
