import { acknowledgeReferral, closeReferral, referralOutcomes } from '../../domain/referral/answer-referral.ts';
import { inUrgencyOrder, type ReferralView, referralView } from '../../domain/referral/referral-view.ts';
import { HttpError } from '../middleware/http.ts';
import type { ReferralRequest, ReferralsParts } from './referrals-parts.ts';

/** Open referrals of the cell, the most urgent first. */
export async function openReferrals(
  { programme, rules, cell }: ReferralRequest,
  { ports }: ReferralsParts,
): Promise<readonly ReferralView[]> {
  const items = await ports.referrals.open(programme.name, cell.code);
  return inUrgencyOrder(
    items.map((item) => referralView(item, rules)),
    rules,
  );
}

/** `acknowledge`, or `close` with the code of an outcome. */
export async function answerReferral(
  referralId: string,
  action: string,
  outcome: unknown,
  { programme, rules, cell, user, at }: ReferralRequest,
  { ports }: ReferralsParts,
): Promise<ReferralView> {
  const key = { cell: cell.code, referralId };
  const scope = { programme: programme.name, by: user.userName, at };
  if (action !== 'acknowledge' && action !== 'close') {
    throw new HttpError(404, `L’action « ${action} » n’existe pas ; valeurs acceptées : acknowledge, close.`);
  }
  const item =
    action === 'acknowledge'
      ? await acknowledgeReferral(key, scope, ports)
      : await closeReferral(key, acceptedOutcome(outcome), scope, ports);
  if (item === undefined) {
    throw unknownReferral(referralId);
  }
  return referralView(item, rules);
}

export function unknownReferral(referralId: string): HttpError {
  return new HttpError(404, `Le signalement « ${referralId} » est inconnu de cette cellule.`);
}

function acceptedOutcome(outcome: unknown): string {
  const found = referralOutcomes.find(({ code }) => code === outcome);
  if (found === undefined) {
    const accepted = referralOutcomes.map(({ code, label }) => `${code} (${label})`).join(', ');
    throw new HttpError(400, `L’issue vaut « ${String(outcome ?? '')} » ; valeurs acceptées : ${accepted}.`);
  }
  return found.code;
}
