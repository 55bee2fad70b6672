/** Names of the Lambda functions: `lambdas/<name>/index.ts` exports `handler`. The contract between `lib/` and `lambdas/`. Imports nothing. */
export const houseFunctionNames = ['sign-in', 'authorizer', 'content-seeds'] as const;

/** Functions that are deployed only where people call. */
export const centreFunctionNames = [
  'inbound-context',
  'caller-number',
  'callback-request',
  'queue-announcement',
  'contact-records',
  'agent-events',
  'callback-dispatcher',
  'wrap-up',
  'desk-context',
  'manual-calls',
  'pending-questions',
  'live-board',
  'board-clock',
  'settings',
  'session',
  'live-connect',
  'daily-report',
  'weekly-report',
  'report-page',
  'number-association',
] as const;

/** All functions of a contact centre that nobody is called by. */
export const functionNames = [...houseFunctionNames, ...centreFunctionNames] as const;

/** Functions that are deployed only where structures write to their members. */
export const alertFunctionNames = [
  'alert-home',
  'structures',
  'members',
  'member-groups',
  'member-import',
  'member-import-job',
  'alerts',
  'alert-clock',
  'alert-stop',
  'alert-dates',
  'alert-statistics',
] as const;

/** Functions that are deployed only where a programme calls people on its own account. */
export const outboundFunctionNames = [
  'call-script',
  'campaign-forecast',
  'campaign-preview',
  'cycle-report',
  'questionnaire-answers',
  'questionnaire-drafts',
  'referrals',
  'referral-clock',
  'campaign-dispatcher',
  'campaign-control',
  'recipient-lists',
  'recipient-import',
  'recipient-corrections',
] as const;

/** Functions that are deployed only where a programme's questionnaires are also answered by personal link. */
export const surveyFunctionNames = ['survey'] as const;

/** Functions that are deployed only where a programme writes to people. */
export const messageFunctionNames = ['message-dispatcher', 'message-receipts', 'message-preview'] as const;

/** Functions that are deployed only where a programme follows people. */
export const dashboardFunctionNames = ['dashboard-report', 'pack-report'] as const;

/** Functions that are deployed only where a programme follows people. */
export const followUpFunctionNames = ['follow-up-clock', 'follow-up-intake', 'followed-people'] as const;

/** Functions that are deployed only where a programme has rules of retention. */
export const retentionFunctionNames = ['retention-clock', 'person-rights'] as const;

/** Functions that are deployed only where agents have cards. */
export const knowledgeFunctionNames = ['knowledge', 'knowledge-editor'] as const;

/** Functions that are deployed only where appointments are given. */
export const appointmentFunctionNames = ['appointments', 'case-lookup', 'message-stop'] as const;

export type FunctionName =
  | (typeof functionNames)[number]
  | (typeof alertFunctionNames)[number]
  | (typeof outboundFunctionNames)[number]
  | (typeof surveyFunctionNames)[number]
  | (typeof followUpFunctionNames)[number]
  | (typeof dashboardFunctionNames)[number]
  | (typeof messageFunctionNames)[number]
  | (typeof retentionFunctionNames)[number]
  | (typeof knowledgeFunctionNames)[number]
  | (typeof appointmentFunctionNames)[number];

/** Functions that contact flows invoke. */
export const flowFunctions = [
  'inbound-context',
  'caller-number',
  'callback-request',
  'queue-announcement',
] as const satisfies readonly FunctionName[];
