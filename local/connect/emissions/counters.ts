/** CloudWatch metrics of an instance (adminguide: monitoring-cloudwatch), the ones a stand-in can know. */
export type CounterName =
  | 'CallsPerInterval'
  | 'CallsBreachingConcurrencyQuota'
  | 'MisconfiguredPhoneNumbers'
  | 'MissedCalls'
  | 'ContactFlowErrors'
  | 'ContactFlowFatalErrors'
  | 'QueueCapacityExceededError'
  | 'ThrottledCalls';

/** Counts facts that leave no contact record: what CloudWatch would show beside the report. */
export class Counters {
  readonly #points = new Map<CounterName, number[]>();

  add(name: CounterName, at: number): void {
    const points = this.#points.get(name);
    if (points === undefined) this.#points.set(name, [at]);
    else points.push(at);
  }

  /** How often in `[from, till)`, epoch milliseconds. */
  sum(name: CounterName, from = 0, till = Number.POSITIVE_INFINITY): number {
    return (this.#points.get(name) ?? []).filter((at) => from <= at && at < till).length;
  }
}
