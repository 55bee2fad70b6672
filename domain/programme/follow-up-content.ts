import type { DashboardRules } from '../dashboard/dashboard-rules.ts';
import type { OrderedVolume } from '../follow-up/order-volume.ts';
import type { Protocol } from '../follow-up/protocol.ts';

/** What a programme that follows people over some days has beside. */
export interface FollowUpContent {
  readonly protocol: Protocol;
  /** Codes of moments, the first called before the others (ARS-41). */
  readonly callPriority: readonly string[];
  /** What capacity is judged by (ARS-37). */
  readonly volume: OrderedVolume;
  /** What the daily dashboard counts (ARS-28, -33). */
  readonly dashboard: DashboardRules;
}
