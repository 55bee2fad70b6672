/** Names of the environment variables a template gives to functions. Imports nothing. */
export const env = {
  /** Comma-separated programme names of the deployment, e.g. `samps`. */
  programmes: 'PROGRAMMES',
  deployment: 'DEPLOYMENT',
  /** SSM parameter holding the registry JSON (see registry.ts). */
  registryParameter: 'REGISTRY_PARAMETER',
  /** Secrets Manager secret with the key that hashes phone numbers. */
  pseudonymSecret: 'PSEUDONYM_SECRET_ARN',
  /** Secrets Manager secret from which tokens of personal links derive. */
  linkSecret: 'LINK_SECRET_ARN',
  /** KMS key that wraps per-person data keys. */
  identityKey: 'IDENTITY_KEY_ARN',
  reportBucket: 'REPORT_BUCKET',
  /** Bucket of lists of people, their previews and error workbooks. */
  listBucket: 'LIST_BUCKET',
  /** Name of the function that reads and writes lists. */
  importFunction: 'IMPORT_FUNCTION',
  /** SNS topic of report notices. */
  noticeTopic: 'NOTICE_TOPIC_ARN',
  /** SNS topic of notices of referrals, for the cells on duty. */
  referralTopic: 'REFERRAL_TOPIC_ARN',
  /** Public base URL of the web pages, without a trailing slash. */
  publicUrl: 'PUBLIC_URL',
  /** Base URL at which open pages are written to, without a trailing slash. */
  liveEndpoint: 'LIVE_ENDPOINT',
  /** Connect instance ARN; records of any other instance are refused. */
  instanceArn: 'INSTANCE_ARN',
  /** OIDC issuer, client id, and hosted sign-in base URL. */
  issuer: 'OIDC_ISSUER',
  clientId: 'OIDC_CLIENT_ID',
  signInUrl: 'SIGN_IN_URL',
  /** Id of the user pool, for who invites people. */
  userPool: 'USER_POOL_ID',
  /** JSON object: phone prefix -> `confirmed` or `unconfirmed` (design decision 18). */
  voiceReach: 'VOICE_REACH',
  /** SQS queue that wakes the function that has it: the dispatcher of campaigns, or that of messages. */
  wakeQueue: 'WAKE_QUEUE_URL',
  /** Concurrent calls granted to the instance. */
  concurrentCalls: 'CONCURRENT_CALLS',
  /** JSON object: programme -> ARN of the pool of its senders. */
  messagePools: 'MESSAGE_POOLS',
  /** JSON object: how the client's own software is reached (contracts/client-software.ts). Absent = not at all: what comes with us stands for it. */
  clientSoftware: 'CLIENT_SOFTWARE',
  configurationSet: 'CONFIGURATION_SET',
  /** Messages that the provider takes in a second. */
  messagesPerSecond: 'MESSAGES_PER_SECOND',
} as const;
