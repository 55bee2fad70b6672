/** What the client has the dashboard count, as data: live content, kind `dashboard`. */
export interface DashboardRules {
  /** Cells that support isolation: their codes are this, or this and a territory, e.g. `ctai` for `ctai-13` (ARS-28). */
  readonly supportCell: string;
  /** Beyond the eleven of the contract (ARS-33). */
  readonly indicators: readonly IndicatorDefinition[];
}

/** One more indicator: how many of something, alone or in proportion (ARS-33). */
export interface IndicatorDefinition {
  readonly code: string;
  /** French header of its column. */
  readonly label: string;
  /** French: what it counts, for « Lisez-moi ». */
  readonly definition: string;
  readonly count: FactFilter;
  /** Then it is a rate: `count` ÷ `of`. */
  readonly of?: FactFilter;
}

/** Facts of a day that are counted; every condition given must hold. */
export interface FactFilter {
  readonly fact: 'follow-up' | 'attempt' | 'questionnaire' | 'message';
  /** Count people, each once per moment, rather than facts. */
  readonly people?: boolean;
  /** Kinds of change of `follow-up` facts, e.g. `unreachable`. */
  readonly change?: readonly string[];
  /** Of `attempt`: codes of dispositions. */
  readonly disposition?: readonly string[];
  /** Of `questionnaire`: those completed this way. */
  readonly channel?: 'web' | 'call';
  /** Of `questionnaire`: this answer, one of these. */
  readonly question?: string;
  readonly answer?: readonly string[];
  /** Of `message`: what became of it, e.g. `delivered`. */
  readonly outcome?: readonly string[];
  /** Codes of moments. */
  readonly moment?: readonly string[];
}
