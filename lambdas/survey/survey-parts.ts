import type { Programme } from '../../domain/programme/programme.ts';
import type { SurveyPorts } from '../../domain/survey/survey-ports.ts';

export interface SurveyParts {
  readonly ports: SurveyPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
  /** UUID of a text, the same for the same text. */
  readonly idOf: (text: string) => string;
  /** Counts a metric of contracts/metrics.ts. */
  readonly count: (metric: string, value: number, programme: string) => void;
  /** Cookies only travel over TLS. */
  readonly secure: boolean;
}
