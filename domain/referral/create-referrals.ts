import { learn, settle } from './learn-referral.ts';
import type { Cause, ReferralSubject } from './referral-facts.ts';
import { noReferralFacts } from './referral-facts.ts';
import { type ReferralContext, type ReferralPorts, referralContext } from './referral-ports.ts';
import type { Cell, ReferralRules } from './referral-rules.ts';

/** Why a cell must hear of a person: an answer, or the level, named it. */
export interface ReferralReason {
  readonly cell: string;
  /** As the cell reads it, in French; without anything of the person but what they answered. */
  readonly reason: string;
}

/** What came out of a questionnaire, or of a cycle, that somebody must act on. */
export interface ReferralOrder {
  readonly programme: string;
  /** recipientId. */
  readonly subject: string;
  readonly campaign?: string;
  readonly cycle?: string;
  /** The contact, or the attempt or web link in its place; with `subject`, `cycle` and the cell it makes the referral's id. */
  readonly contactId?: string;
  /** Derived from inputs (the record's id): the same order again creates nothing and tells nobody. New answers have a new one. */
  readonly causeId: string;
  /** Level of the questionnaire. */
  readonly level: string;
  readonly score?: number;
  readonly byThirdParty?: boolean;
  /** 0 = most at risk; orders the lists of the cells. */
  readonly riskRank?: number;
  readonly reasons: readonly ReferralReason[];
  /** ISO instant UTC with milliseconds. */
  readonly at: string;
}

export interface CreatedReferral {
  readonly referralId: string;
  readonly cell: string;
  readonly level: string;
  /**
   * Why its notice or its journal entries did not leave. It is kept all the same, and the clock tells within about a minute: log it, do not fail.
   */
  readonly delayedBy?: unknown;
}

/**
 * Creates one referral per cell that the reasons name, with all its reasons, and tells who is on duty (REFLEX-18). A level that must be heard of
 * (`cellOfLevel`) and that no reason brought to any cell goes to its own. None of both: nothing to refer. Throws when a referral could not be kept.
 */
export async function createReferrals(order: ReferralOrder, ports: ReferralPorts): Promise<readonly CreatedReferral[]> {
  const context = await referralContext(order.programme, order.at, ports);
  return await create(order, context, ports);
}

/** The emergency button: the gravest referral, to the cell for emergencies, whatever was answered so far (REFLEX-20). */
export async function referEmergency(
  order: Omit<ReferralOrder, 'level' | 'reasons' | 'score'>,
  ports: ReferralPorts,
): Promise<readonly CreatedReferral[]> {
  const context = await referralContext(order.programme, order.at, ports);
  const { cell, level, reason } = context.rules.emergency;
  return await create({ ...order, level, reasons: [{ cell, reason }] }, context, ports);
}

/** Every attempt of the cycle failed: one referral per person and cycle to those who search (REFLEX-21). */
export async function referUnreachable(
  order: Omit<ReferralOrder, 'level' | 'reasons' | 'score' | 'contactId'>,
  ports: ReferralPorts,
): Promise<readonly CreatedReferral[]> {
  const context = await referralContext(order.programme, order.at, ports);
  const { cell, level, reason } = context.rules.unreachable;
  return await create({ ...order, level, reasons: [{ cell, reason }] }, context, ports);
}

async function create(
  order: ReferralOrder,
  context: ReferralContext,
  ports: ReferralPorts,
): Promise<readonly CreatedReferral[]> {
  const created: CreatedReferral[] = [];
  for (const [cell, reasons] of reasonsByCell(order, context.rules)) {
    const subject = subjectOf(order, cell);
    const cause = causeOf(order, cell, reasons);
    const told = () => ({ ...noReferralFacts, causes: [cause] });
    const learned = await learn(subject, told, context, ports.referrals, 'nothing');
    const delayed = await settle(learned, context, ports).then(
      () => ({}),
      (delayedBy: unknown) => ({ delayedBy }),
    );
    created.push({ referralId: subject.referralId, cell: cell.code, level: cause.level, ...delayed });
  }
  return created;
}

/** Cells in the order of the rules. A cell that the rules no longer have is the emergency's: nothing is lost for a name. */
function reasonsByCell({ reasons, level }: ReferralOrder, rules: ReferralRules): Map<Cell, readonly string[]> {
  const known = (code: string) => rules.cells.find((cell) => cell.code === code);
  const byCode = new Map<string, string[]>();
  const add = (cell: string, reason: string) => {
    const code = known(cell) === undefined ? rules.emergency.cell : cell;
    byCode.set(code, [...(byCode.get(code) ?? []), reason]);
  };
  for (const { cell, reason } of reasons) {
    add(cell, reason);
  }
  const owed = rules.cellOfLevel[level];
  // A request to mend the file is not an answer to a grave level: a cell with a level of its own does not count.
  if (owed !== undefined && ![...byCode.keys()].some((code) => known(code)?.ownLevel === undefined)) {
    const label = rules.levels.find(({ code }) => code === level)?.label ?? level;
    add(owed, `Niveau « ${label} » au questionnaire`);
  }
  return new Map(
    rules.cells.flatMap((cell) => {
      const named = byCode.get(cell.code);
      return named === undefined ? [] : [[cell, [...new Set(named)].sort()] as const];
    }),
  );
}

function subjectOf(order: ReferralOrder, { code }: Cell): ReferralSubject {
  const { programme, subject, campaign, cycle, contactId, riskRank } = order;
  return {
    referralId: [campaign, cycle, subject, code, contactId].map((part) => part ?? '').join('_'),
    programme,
    cell: code,
    subject,
    ...(campaign === undefined ? {} : { campaign }),
    ...(cycle === undefined ? {} : { cycle }),
    ...(contactId === undefined ? {} : { contactId }),
    ...(riskRank === undefined ? {} : { riskRank }),
  };
}

function causeOf(order: ReferralOrder, { ownLevel }: Cell, reasons: readonly string[]): Cause {
  const { causeId, at, level, score, byThirdParty } = order;
  return {
    id: causeId,
    at,
    level: ownLevel ?? level,
    reasons,
    ...(score === undefined ? {} : { score }),
    ...(byThirdParty === true ? { byThirdParty } : {}),
  };
}
