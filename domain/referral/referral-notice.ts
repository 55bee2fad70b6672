import { localTime } from '../calendar/local-time.ts';
import { isDrill } from '../campaign/campaign.ts';
import type { Telling } from './referral-facts.ts';
import type { ReferralNotice } from './referral-notices.ts';
import type { ReferralContext } from './referral-ports.ts';
import type { ReferralItem } from './referrals.ts';

/** The notice of a step, in French. */
export function referralNotice(
  { subject, facts }: ReferralItem,
  telling: Telling,
  { programme, rules, timeZone, pageOf }: ReferralContext,
): ReferralNotice {
  const cause = facts.causes.find(({ id }) => id === telling.cause);
  const level = rules.levels.find(({ code }) => code === cause?.level);
  const cell = rules.cells.find(({ code }) => code === subject.cell);
  // Nobody is sent out for invented people (REFLEX-11).
  const exercise = subject.campaign !== undefined && isDrill(subject.campaign) ? 'EXERCICE – ' : '';
  const since = localTime(timeZone, cause?.at ?? telling.at);
  const label = cell?.label ?? subject.cell;
  return {
    programme,
    cell: subject.cell,
    contact: telling.to,
    level: cause?.level ?? '',
    title: `${exercise}${prefixes[telling.type]} – ${level?.label ?? ''} – ${label}`,
    text: body(sentence(telling, label, since), pageOf(programme, subject.cell)),
  };
}

/** The same for several referrals at once. */
export function groupNotice(
  notice: ReferralNotice,
  { type, phase }: Telling,
  count: number,
  { programme, rules, pageOf }: ReferralContext,
): ReferralNotice {
  const label = rules.cells.find(({ code }) => code === notice.cell)?.label ?? notice.cell;
  const what =
    phase === 'handle'
      ? `${count} signalements pris en charge par « ${label} » n’ont pas encore d’issue.`
      : type === 'notify'
        ? `${count} nouveaux signalements attendent « ${label} ».`
        : `${count} signalements attendent « ${label} » : personne ne les a pris en charge.`;
  return { ...notice, title: `${notice.title} (${count})`, text: body(what, pageOf(programme, notice.cell)) };
}

function body(sentence: string, page: string): string {
  return `${sentence}\n\nOuvrir la liste des signalements : ${page}\n\nCe message ne contient aucune donnée personnelle.`;
}

const prefixes = { notify: 'Signalement', remind: 'Relance', escalate: 'Signalement non pris en charge' } as const;

function sentence({ type, phase }: Telling, label: string, since: string): string {
  if (phase === 'handle') {
    return `Un signalement pris en charge par « ${label} », créé à ${since}, n’a pas encore d’issue. Clôturez-le ou poursuivez-le.`;
  }
  switch (type) {
    case 'notify':
      return `Un signalement attend « ${label} » depuis ${since}. Prenez-le en charge.`;
    case 'remind':
      return `Un signalement attend toujours « ${label} » depuis ${since} : personne ne l’a pris en charge.`;
    case 'escalate':
      return `Un signalement attend « ${label} » depuis ${since} et personne ne l’a pris en charge : il vous est transmis.`;
  }
}
