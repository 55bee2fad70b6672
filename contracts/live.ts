/** What live pages are pushed. Imports nothing. */
export const liveTopics = [
  'board',
  'questions',
  'settings',
  'campaigns',
  'referrals',
  'alerts',
  'appointments',
] as const;

export type LiveTopic = (typeof liveTopics)[number];

/** Something changed: what shows it reads it again, or takes `data` when it is there. Never more than 32 kB, the frame of API Gateway. */
export interface LiveMessage {
  readonly programme: string;
  readonly topic: LiveTopic;
  /** ISO instant of the change. */
  readonly at: string;
  readonly data?: unknown;
}

/** Stage of the WebSocket API, and so its path on the site: API Gateway takes WebSockets at the stage alone. */
export const liveStage = 'temps-reel';
