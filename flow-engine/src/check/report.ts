import type { Finding } from '../finding.ts';
import type { Flow } from '../model/flow.ts';

/** An error unless it says otherwise. */
export type Problem = Omit<Finding, 'flow' | 'severity'> & Partial<Pick<Finding, 'severity'>>;
export type Report = (problem: Problem) => void;
/** One family of rules over a whole flow. */
export type Check = (flow: Flow, report: Report) => void;

/** What CreateContactFlow lets pass, and only hurts live. */
export const warning = { severity: 'warning' } as const;
