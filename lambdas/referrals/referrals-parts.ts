import type { Programme } from '../../domain/programme/programme.ts';
import type { Profiles } from '../../domain/recipient/profiles.ts';
import type { ReferralPorts } from '../../domain/referral/referral-ports.ts';
import type { Cell, ReferralRules } from '../../domain/referral/referral-rules.ts';
import { type ApiEvent, type ApiUser, HttpError, pathParameter, requireRole } from '../middleware/http.ts';

export interface ReferralsParts {
  readonly ports: ReferralPorts;
  /** Who the person is: read for one referral at a time, by its cell. */
  readonly profiles: Pick<Profiles, 'reveal'>;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** What a request is about, once it is known that its user may see it. */
export interface ReferralRequest {
  readonly programme: Programme;
  readonly rules: ReferralRules;
  readonly cell: Cell;
  readonly user: ApiUser;
  /** ISO instant. */
  readonly at: string;
}

/** Only members of the cell go further, whatever else they are (REFLEX-18). */
export async function requestOf(event: ApiEvent, user: ApiUser, parts: ReferralsParts): Promise<ReferralRequest> {
  const name = pathParameter(event, 'programme');
  const code = pathParameter(event, 'cell');
  requireRole(user, name, [`cell:${code}`]);
  const programme = parts.programmes[name];
  if (programme?.outbound === undefined) {
    throw new HttpError(404, `Le programme « ${name} » n’a pas de signalements ici.`);
  }
  const at = parts.now();
  const rules = await parts.ports.content.inForce(name, 'referralRules', at);
  const cell = rules.cells.find((one) => one.code === code);
  if (cell === undefined) {
    const accepted = rules.cells.map((one) => one.code).join(', ');
    throw new HttpError(404, `La cellule « ${code} » n’existe pas ; valeurs acceptées : ${accepted}.`);
  }
  return { programme, rules, cell, user, at };
}
