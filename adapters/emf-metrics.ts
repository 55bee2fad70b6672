import { metrics } from '../contracts/metrics.ts';

/** Counts something in CloudWatch for a programme. */
export type CountMetric = (name: string, value: number, programme: string) => void;

/** Writes an embedded-metric-format line, which CloudWatch Logs turns into a metric without an API call. No dimension: alarms watch the deployment. */
export const emfMetrics: CountMetric = (name, value, programme) => {
  const metric = { Namespace: metrics.namespace, Dimensions: [[]], Metrics: [{ Name: name, Unit: 'Count' }] };
  const line = { _aws: { Timestamp: Date.now(), CloudWatchMetrics: [metric] }, programme, [name]: value };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
