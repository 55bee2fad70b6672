/**
 * The registry: Connect ids that functions need, written to one SSM parameter by the last stack and read once per cold start
 * (design decision 2: functions are created before queues and flows, so ids cannot be in their environment). Imports nothing.
 */
export interface Registry {
  readonly instanceId: string;
  readonly instanceArn: string;
  /** Queue name as in `programmes/<p>/centre.ts` (e.g. `samps-aide-medicale`) -> queue ARN. */
  readonly queues: Readonly<Record<string, string>>;
  /** Flow name as in `contact-flows/flows/<programme>/<name>.json` keyed `<programme>/<name>` -> flow ARN. */
  readonly flows: Readonly<Record<string, string>>;
  /** E.164 number -> programme. */
  readonly numbers: Readonly<Record<string, string>>;
}
