import type { Finding } from '../finding.ts';
import type { Flow } from '../model/flow.ts';

export type Problem = Omit<Finding, 'flow'>;
export type Report = (problem: Problem) => void;
/** One family of rules over a whole flow. */
export type Check = (flow: Flow, report: Report) => void;
