/** Custom CloudWatch metrics, written as embedded-metric-format log lines. Imports nothing. */
export const metrics = {
  namespace: 'Permanence',
  foreignRecords: 'ForeignContactRecords',
  rejectedRecords: 'RejectedContactRecords',
  callbacksOverdue: 'CallbacksOverdue',
  reportFailures: 'ReportFailures',
} as const;
