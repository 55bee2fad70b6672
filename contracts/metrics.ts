/** Custom CloudWatch metrics, written as embedded-metric-format log lines. Imports nothing. */
export const metrics = {
  namespace: 'Permanence',
  foreignRecords: 'ForeignContactRecords',
  rejectedRecords: 'RejectedContactRecords',
  callbacksOverdue: 'CallbacksOverdue',
  /** Callbacks left to people with another telephone, because voice to their number is not confirmed. */
  manualCallbacks: 'ManualCallbacks',
  /** Dials left to people with another telephone. */
  manualAttempts: 'ManualAttempts',
  /** Answered, and no agent within 2 s of the announcement: at most 3 % of those answered. */
  complianceAbandons: 'ComplianceAbandons',
  campaignAnswers: 'CampaignAnswers',
  /** Minutes in which people could be called and no agent was signed in. */
  campaignsUnstaffed: 'CampaignsUnstaffed',
  /** Orders of calls that will not be done by their deadline, as they stand. */
  ordersLate: 'OrdersLate',
  /** Requests for personal links that open nothing: guessed, cut or over. */
  deadLinks: 'DeadLinks',
  /** Personal links locked by five wrong birth dates. */
  lockedLinks: 'LockedLinks',
  /** Runs in which nothing could leave, whoever it was for: a spending limit, a disabled account, a sender that is not there. */
  messagesHalted: 'MessagesHalted',
  /** Messages that may have been sent, or not. */
  messagesUndetermined: 'MessagesUndetermined',
  /** Minutes by which the message that waits longest is late. */
  messagesLate: 'MessagesLate',
  /** Minutes by which the message or reminder of a structure that waits longest is late. */
  alertsLate: 'AlertsLate',
  /** Receipts of messages that are not of this deployment. */
  strangeReceipts: 'StrangeReceipts',
  reportFailures: 'ReportFailures',
} as const;
