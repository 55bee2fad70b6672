import { learn, settle } from './learn-referral.ts';
import { noReferralFacts, type ReferralFacts } from './referral-facts.ts';
import { type ReferralPorts, referralContext } from './referral-ports.ts';
import type { ReferralItem, ReferralKey } from './referrals.ts';

export interface ReferralScope {
  readonly programme: string;
  /** User name. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** How a cell ends a referral. */
export const referralOutcomes = [
  { code: 'AIDE_APPORTEE', label: 'Aide apportée' },
  { code: 'SECOURS_ENVOYES', label: 'Secours envoyés' },
  { code: 'VISITE_FAITE', label: 'Visite faite' },
  { code: 'PERSONNE_JOINTE', label: 'Personne jointe, tout va bien' },
  { code: 'FICHIER_CORRIGE', label: 'Fichier corrigé' },
  { code: 'NON_TROUVEE', label: 'Personne non trouvée' },
  { code: 'SANS_SUITE', label: 'Sans suite' },
] as const;

/** Somebody of the cell takes charge of all that the referral says now. Undefined when there is no such referral. Again: the first one stands. */
export async function acknowledgeReferral(
  key: ReferralKey,
  scope: ReferralScope,
  ports: ReferralPorts,
): Promise<ReferralItem | undefined> {
  return await answer(key, scope, ports, (known, id) => {
    const causes = unseen(known, known.acknowledgements);
    return causes.length === 0
      ? noReferralFacts
      : { ...noReferralFacts, acknowledgements: [{ id, at: scope.at, by: scope.by, causes }] };
  });
}

/** Somebody of the cell says what came of it; that acknowledges it too. Undefined when there is no such referral. Again: the first one stands. */
export async function closeReferral(
  key: ReferralKey,
  outcome: string,
  scope: ReferralScope,
  ports: ReferralPorts,
): Promise<ReferralItem | undefined> {
  return await answer(key, scope, ports, (known, id) => {
    const causes = unseen(known, known.closings);
    const unacknowledged = unseen(known, known.acknowledgements);
    const { at, by } = scope;
    return {
      ...noReferralFacts,
      acknowledgements: unacknowledged.length === 0 ? [] : [{ id: `${id}#a`, at, by, causes: unacknowledged }],
      closings: causes.length === 0 ? [] : [{ id, at, by, causes, outcome }],
    };
  });
}

async function answer(
  key: ReferralKey,
  scope: ReferralScope,
  ports: ReferralPorts,
  told: (known: ReferralFacts, id: string) => ReferralFacts,
): Promise<ReferralItem | undefined> {
  const kept = await ports.referrals.read(scope.programme, key);
  if (kept === undefined) {
    return undefined;
  }
  const context = await referralContext(scope.programme, scope.at, ports);
  const learned = await learn(
    kept.subject,
    (known) => told(known, `${scope.by}#${scope.at}`),
    context,
    ports.referrals,
    kept,
    ports,
  );
  return await settle(learned, context, ports);
}

function unseen(
  { causes }: ReferralFacts,
  covers: readonly { readonly causes: readonly string[] }[],
): readonly string[] {
  const seen = new Set(covers.flatMap((cover) => cover.causes));
  return causes.map(({ id }) => id).filter((id) => !seen.has(id));
}
