import { type DashboardFacts, isConversation, keyOf, type Whose } from './dashboard-facts.ts';
import type { DashboardFigures } from './dashboard-figures.ts';
import type { DashboardRules } from './dashboard-rules.ts';
import { extraCounts } from './extra-counts.ts';

/** Figures of the people and moments that `holds` says. */
export function countDay(
  facts: DashboardFacts,
  rules: DashboardRules,
  holds: (whose: Whose) => boolean,
): DashboardFigures {
  const due = facts.due.filter(holds);
  const attempts = facts.attempts.filter(holds);
  const called = new Set(attempts.map(keyOf));
  const talks = facts.talks.filter(holds);
  const followUps = facts.followUps.filter(holds);
  const told = (type: string) => followUps.filter(({ change }) => change.type === type);
  const vulnerable = (by: string) =>
    people(followUps.filter(({ change }) => change.type === 'vulnerable' && change.by === by));
  const messages = facts.messages.filter(holds);
  const sent = messages.filter(({ outcome }) => outcome.sentAt !== undefined);
  const ended = (type: string) => sent.filter(({ outcome }) => outcome.change.type === type).length;
  const perhapsSent = messages.filter(({ outcome }) => outcome.change.type === 'undetermined');
  const surveys = [...sent, ...perhapsSent].filter(({ outcome }) => outcome.purpose === 'survey');
  return {
    due: due.length,
    notDone: due.filter((whose) => !called.has(keyOf(whose))).length,
    carried: facts.carried.filter(holds).length,
    attempts: attempts.length,
    contacted: new Set(attempts.filter(isConversation).map(keyOf)).size,
    talks: talks.length,
    talkSeconds: talks.reduce((sum, { seconds }) => sum + seconds, 0),
    vulnerableByCall: vulnerable('call'),
    vulnerableByWeb: vulnerable('web'),
    vulnerableByList: people(followUps.filter(({ change }) => change.type === 'included' && change.vulnerable)),
    ...oriented(facts, rules, holds),
    secondAttempts: attempts.filter(({ n }) => n > 1).length,
    smsReminders: sent.filter(({ outcome }) => outcome.purpose === 'reminder').length,
    abandons: told('abandoned').length,
    cut: attempts.filter(({ disposition }) => disposition === 'partial').length,
    refusals: told('refused').length,
    notTested: people(told('not-tested')),
    sms: sent.length,
    delivered: ended('delivered'),
    failed: ended('failed'),
    undetermined: perhapsSent.length,
    dropped: messages.length - sent.length - perhapsSent.length,
    surveys: surveys.length,
    answerDelays: surveys.flatMap(({ answeredAfter }) => answeredAfter ?? []),
    extra: extraCounts(facts, rules.indicators, holds),
  };
}

/** People, each once per moment: so that the types add up. */
const people = (facts: readonly Whose[]): number => new Set(facts.map(keyOf)).size;

/** Who is referred twice counts once; whoever completed the questionnaire by web was found by web. */
function oriented(
  { referrals, questionnaires }: DashboardFacts,
  { supportCell }: DashboardRules,
  holds: (whose: Whose) => boolean,
): Pick<DashboardFigures, 'orientedByCall' | 'orientedByWeb'> {
  const byWeb = new Set(questionnaires.filter(({ channel }) => channel === 'web').map(keyOf));
  const found = referrals.filter(
    (referral) => holds(referral) && (referral.cell === supportCell || referral.cell.startsWith(`${supportCell}-`)),
  );
  return {
    orientedByCall: people(found.filter((referral) => !byWeb.has(keyOf(referral)))),
    orientedByWeb: people(found.filter((referral) => byWeb.has(keyOf(referral)))),
  };
}
