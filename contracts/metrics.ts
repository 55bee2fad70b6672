/** Custom CloudWatch metrics, written as embedded-metric-format log lines. Imports nothing. */
export const metrics = {
  namespace: 'Permanence',
  foreignRecords: 'ForeignContactRecords',
  rejectedRecords: 'RejectedContactRecords',
  callbacksOverdue: 'CallbacksOverdue',
  /** Callbacks left to people with another telephone, because voice to their number is not confirmed. */
  manualCallbacks: 'ManualCallbacks',
  reportFailures: 'ReportFailures',
} as const;
