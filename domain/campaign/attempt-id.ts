/** What an attempt id names. */
export interface AttemptName {
  readonly campaign: string;
  readonly cycle: number;
  readonly recipientId: string;
  /** 0 = the person rang us. */
  readonly n: number;
}

/** A campaign that is fed for as long as its programme lasts is named by its type alone, and has one cycle. */
const shape = /^([a-z0-9]+_\d{8}T\d{6}Z(?=-\d{1,6}-)|[a-z][a-z0-9]*(?=-1-))-(\d{1,6})-([A-Za-z0-9_-]+)-(\d{1,3})$/;

/** The id of an attempt derives from what it is: whoever claims it claims the same (design decision 6). It is the dial's ClientToken. */
export function attemptIdOf({ campaign, cycle, recipientId, n }: AttemptName): string {
  return `${campaign}-${cycle}-${recipientId}-${n}`;
}

/** Undefined for an id that is not of a campaign, such as a callback's. */
export function parseAttemptId(id: string): AttemptName | undefined {
  const [, campaign, cycle, recipientId, n] = shape.exec(id) ?? [];
  return campaign === undefined || recipientId === undefined
    ? undefined
    : { campaign, cycle: Number(cycle), recipientId, n: Number(n) };
}
