interface UnreachedPoint {
  readonly point: RegExp;
  readonly because: string;
}

/** Port calls that a cycle of calls never makes while its level lasts, by what they are for. */
export const unreachedPoints: readonly UnreachedPoint[] = [
  {
    point:
      /-(callback-request|caller-number|queue-announcement|pending-questions|inbound-context|callback-dispatcher) (?!ssm:|dynamodb:Query$)/,
    because: 'calls and callbacks of people who ring: a day of calls plays them',
  },
  {
    point: /-(callback-request|caller-number|queue-announcement|pending-questions|inbound-context) dynamodb:Query$/,
    because: 'calls and callbacks of people who ring: a day of calls plays them',
  },
  { point: /-(weekly-report|report-page|daily-report) /, because: 'reports of days of calls' },
  { point: /-(content-seeds|number-association) /, because: 'runs while the stacks come up' },
  {
    point: /-(recipient-import|recipient-corrections) |-recipient-lists (lambda|s3):/,
    because: 'lists, which are in before the level is declared',
  },
  { point: /-(campaign-forecast|questionnaire-drafts|call-script) /, because: 'pages that change nothing of a cycle' },
  { point: /-campaign-preview /, because: 'campaigns in preview mode' },
  {
    point: / (kms:GenerateDataKey|kms:Decrypt)$|-campaign-dispatcher (secretsmanager:|dynamodb:GetItem)/,
    because: 'drills on invented people, identities of people who are not of the list',
  },
  {
    point: /-contact-records (connect:|dynamodb:DeleteItem)/,
    because: 'native callbacks stopped by a later conversation',
  },
];
