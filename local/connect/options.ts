/** How the telephone world around the instance behaves. All durations are virtual. */
export interface ConnectOptions {
  /** Concurrent calls of the instance: inbound, outbound and callbacks being dialled (quota, default 10). */
  readonly concurrentCalls: number;
  /** How long an agent's softphone rings before the contact is missed. */
  readonly acceptSeconds: number;
  /** Seconds a customer is rung for a native callback. */
  readonly callbackRingSeconds: number;
  /** Characters of synthesized French per second. */
  readonly speechRate: number;
  /** Length assumed for recorded prompts. */
  readonly recordingSeconds: number;
  /** Seconds from the end of a contact to its record. */
  readonly recordDelaySeconds: readonly [number, number];
  /** Milliseconds from a fact to its contact event. */
  readonly eventDelayMs: readonly [number, number];
  /** Milliseconds a Lambda takes, drawn per invocation. */
  readonly lambdaLatencyMs: readonly [number, number];
  /** Prefixes the account may dial: what support allow-listed (adminguide: country-code-allow-list). */
  readonly allowedPrefixes: readonly string[];
}

export const defaultOptions: ConnectOptions = {
  concurrentCalls: 10,
  acceptSeconds: 20,
  callbackRingSeconds: 60,
  speechRate: 14,
  recordingSeconds: 5,
  recordDelaySeconds: [10, 60],
  eventDelayMs: [50, 1500],
  lambdaLatencyMs: [40, 250],
  // Frankfurt and London: United Kingdom, Italy, France, Ireland, United States.
  allowedPrefixes: ['+44', '+39', '+33', '+353', '+1'],
};
