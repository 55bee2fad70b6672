import type { Finding } from '../finding.ts';

type Problem = Omit<Finding, 'flow' | 'severity' | 'source'> & Partial<Pick<Finding, 'severity'>>;
export type Report = (problem: Problem) => void;

/** Reports and yields nothing, for parsers that give up on a part. */
export const refused = (report: Report, problem: Problem): undefined => {
  report(problem);
  return undefined;
};
