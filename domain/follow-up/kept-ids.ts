import { attemptIdOf } from '../campaign/attempt-id.ts';
import type { LinkName } from '../link/link.ts';
import type { RecordKey } from '../questionnaire/questionnaire-record.ts';
import type { ReferralKey } from '../referral/referrals.ts';
import { textId } from './text-id.ts';

/** Ids under which something may be kept of a followed person: they derive from the person, so that nothing need be searched. */
export interface KeptIds {
  readonly messages: readonly string[];
  readonly links: readonly LinkName[];
  readonly records: readonly RecordKey[];
  readonly referrals: readonly ReferralKey[];
}

/** Tries of one moment: by the web, then two calls (ARS-11). */
const tries = [0, 1, 2];

/** `moments`: codes; `cells`: those that the person may have been referred to. */
export function keptIds(
  programme: string,
  recipientId: string,
  { moments, cells }: { readonly moments: readonly string[]; readonly cells: readonly string[] },
): KeptIds {
  return {
    messages: moments.flatMap((code) => [textId('survey', code, recipientId), textId('reminder', code, recipientId)]),
    links: moments.map((occasion) => ({ programme, purpose: 'survey', subject: recipientId, occasion })),
    records: moments.map((campaign) => ({ campaign, cycle: 1, recipientId })),
    referrals: moments.flatMap((campaign) =>
      cells.flatMap((cell) =>
        tries.map((n) => {
          const contactId = attemptIdOf({ campaign, cycle: 1, recipientId, n });
          return { cell, referralId: [campaign, '1', recipientId, cell, contactId].join('_') };
        }),
      ),
    ),
  };
}
