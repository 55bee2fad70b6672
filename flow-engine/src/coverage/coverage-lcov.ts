import type { FlowCoverage } from './branch-coverage.ts';

/** LCOV: one file per flow, one "line" per branch in document order, for tools that only know source code. */
export const coverageLcov = (report: readonly FlowCoverage[]): string =>
  report
    .map(({ flow, transitions, covered, total }) =>
      [
        'TN:',
        `SF:${flow}`,
        ...transitions.map(({ hits }, index) => `BRDA:${index + 1},0,${index},${hits}`),
        `BRF:${total}`,
        `BRH:${covered}`,
        'end_of_record',
      ].join('\n'),
    )
    .join('\n');
