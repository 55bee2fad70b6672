/** Campaigns and referrals of a programme as they stand (COMMON-44): answered by `campaignBoard`, pushed on the live pages. Instants: ISO UTC. Imports nothing. */
export interface CampaignBoard {
  readonly programme: string;
  readonly timeZone: string;
  /** Instant of the board. */
  readonly at: string;
  /** Those in hand by their deadline, then those that are over, the last first. */
  readonly campaigns: readonly BoardCampaign[];
  readonly kinds: readonly CampaignKind[];
  /** Invented people of an exercise (REFLEX-11). */
  readonly drillPeople: number;
  /** Who is told of people: how many referrals nobody has taken, and since when. Empty where nobody is referred. */
  readonly cells: readonly BoardCell[];
}

export interface BoardCampaign {
  readonly id: string;
  /** Code of its kind, and its French name. */
  readonly kind: string;
  readonly label: string;
  /** An exercise on invented people (REFLEX-11). */
  readonly drill: boolean;
  /** `stopping`: no new cycle; those there are end first. */
  readonly state: 'active' | 'stopping' | 'over';
  readonly level: number;
  readonly declaredAt: string;
  readonly declaredBy: string;
  /** The last time that the level was lowered, or the order taken back. */
  readonly stop?: {
    readonly choice: 'finish-cycle' | 'now';
    readonly level: number;
    readonly by: string;
    readonly at: string;
  };
  /** The last time that the level rose again before the last cycle had ended. */
  readonly resumed?: { readonly level: number; readonly by: string; readonly at: string };
  /** What was known when it was armed (REFLEX-31). */
  readonly arming?: BoardArming;
  readonly order?: { readonly name: string; readonly deadline: string; readonly setBy: string };
  readonly cycles: readonly BoardCycle[];
  /** Of the last cycle, until a day after its end; absent while its people are being loaded. */
  readonly progress?: CampaignProgress;
}

export interface BoardArming {
  readonly agents: number;
  readonly agentsFrom: 'declared' | 'signed-in';
  readonly verdict?: 'faisable' | 'infaisable';
  /** French: the facts, the gravest first, and the cheapest change. */
  readonly lines: readonly string[];
  readonly change?: string;
}

export interface BoardCycle {
  readonly n: number;
  readonly from: string;
  /** No attempt from then on. */
  readonly until: string;
  readonly firstCallBy: string;
  readonly state: 'loading' | 'ready' | 'closing' | 'ended';
  /** Loaded so far; all of them once ready. */
  readonly people: number;
  readonly callable: number;
  readonly endedAt?: string;
}

/** Counts by the functions of the report of cycles, or of the sheet « Démarchage »: `people = reached + refused + notReached + otherwise + remaining`. */
export interface CampaignProgress {
  readonly cycle: number;
  readonly people: number;
  /** Complete questionnaires of a crisis; of an order, whoever told us what was asked. */
  readonly reached: number;
  readonly refused: number;
  readonly notReached: number;
  /** Over for another reason: left the register, away, a number that is nobody's. */
  readonly otherwise: number;
  readonly remaining: number;
  /** Dials. */
  readonly attempts: number;
  /** Other calls promised in a conversation (« rappel à 24 h »): made to somebody, or still owed. */
  readonly promised?: { readonly kept: number; readonly owed: number };
  /** What is owed at the deadline, and what of it should be there by now. Of a crisis, people reached; of an order, people whose file is dealt with. */
  readonly owed?: number;
  readonly neededNow?: number;
  readonly doneNow: number;
  /** Complete questionnaires expected at the deadline, and their 95 % interval. */
  readonly expected?: { readonly mean: number; readonly low: number; readonly high: number };
  /** Of an order: local day on which it should be done. */
  readonly projectedEnd?: string;
  /** What is owed is not expected any more. */
  readonly late: boolean;
  /** From the start to the deadline; `done` until now. */
  readonly curve: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly at: string;
  readonly needed: number;
  readonly done?: number;
}

/** A kind of campaign, as in force now (REFLEX-10). */
export interface CampaignKind {
  readonly code: string;
  readonly label: string;
  /** A level of a crisis plan arms it; or an order; or people are handed to it one by one. */
  readonly start: 'level' | 'order' | 'fed';
  readonly crisis?: string;
  readonly triggerLevel?: number;
  /** `preview`: an agent reads about the person before the call. */
  readonly mode: 'progressive' | 'preview';
  readonly maxAttempts: number;
  readonly withinHours: number;
  readonly minimumGapMinutes: number;
  readonly minimumDayParts: number;
  readonly dayParts: readonly { readonly code: string; readonly from: string; readonly to: string }[];
  readonly ringSeconds: number;
  readonly callingWindow: { readonly from: string; readonly to: string };
  readonly cycleHours?: number;
  readonly startWithinHours: number;
  readonly objective?: number;
  /** Agents' work can be forecast from it. */
  readonly isForecast: boolean;
  readonly announcement: string;
  readonly ringBack: string;
}

export interface BoardCell {
  readonly code: string;
  readonly label: string;
  readonly open: number;
  /** That nobody has taken, and since when the oldest. */
  readonly waiting: number;
  readonly oldest?: string;
}
