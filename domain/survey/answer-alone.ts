import { attemptIdOf } from '../campaign/attempt-id.ts';
import type { Link } from '../link/link.ts';
import type { AnswersForm } from '../questionnaire/answers-form.ts';
import type { QuestionnairePorts } from '../questionnaire/questionnaire-ports.ts';
import { type SaveAnswer, saveAnswers } from '../questionnaire/save-answers.ts';
import { askedBy, type Screen, screenOf } from '../questionnaire/screen.ts';
import { type Standing, standingOf } from '../questionnaire/standing.ts';
import { webAnswers } from '../questionnaire/web-answers.ts';

/** What a form of the page says: names of fields and their values. */
export type Fields = Readonly<Record<string, string | undefined>>;

/** Where someone alone stands; undefined when the occasion has no questionnaire. */
export async function standingAlone(link: Link, at: string, ports: QuestionnairePorts): Promise<Standing | undefined> {
  return await standingOf({ programme: link.programme, attemptId: attemptOf(link), at }, ports);
}

export type AnsweredAlone =
  | Extract<SaveAnswer, { readonly type: 'saved' }>
  /** The form holds no answer to what it asked. */
  | { readonly type: 'missing'; readonly standing: Standing }
  /** Not what is asked now, nor something answered on the way: here is where they stand. */
  | { readonly type: 'out-of-order'; readonly standing: Standing }
  /** It is complete: what changes now is told by telephone. */
  | { readonly type: 'over'; readonly standing: Standing }
  | { readonly type: 'no-questionnaire' };

/**
 * One answer of someone alone (ARS-03): the same record as a call's. The form's id derives from what it says, so that sent twice it is one answer. A
 * complete questionnaire stays as it is.
 */
export async function answerAlone(
  fields: Fields,
  { link, at, idOf }: { readonly link: Link; readonly at: string; readonly idOf: (text: string) => string },
  ports: QuestionnairePorts,
): Promise<AnsweredAlone> {
  const standing = await standingAlone(link, at, ports);
  if (standing === undefined) {
    return { type: 'no-questionnaire' };
  }
  const { questionnaire, given, record } = standing;
  const told = webAnswers(questionnaire, fields);
  const revision = Number(fields['revision'] ?? '');
  const clientId = idOf(JSON.stringify([link.subject, link.occasion, revision, told]));
  const isRepeat = record?.clientId === clientId;
  const screen = screenOf(questionnaire, given, 'self');
  if (!isRepeat && (screen.type === 'end' || screen.type === 'emergency')) {
    return { type: 'over', standing };
  }
  const { respondent, adviceSaid, answers } = told;
  const asked = fields['asked'];
  if (!isRepeat && (asked === undefined || !isAskable(asked, screen, standing))) {
    return { type: 'out-of-order', standing };
  }
  if (respondent === undefined && adviceSaid === undefined && asked !== undefined && answers[asked] === undefined) {
    return { type: 'missing', standing };
  }
  const form: AnswersForm = {
    clientId,
    revision: Number.isInteger(revision) && revision >= 0 ? revision : -1,
    ...(respondent !== undefined && { respondent }),
    ...(adviceSaid === true && { adviceSaid }),
    answers: asked !== undefined && answers[asked] !== undefined ? { [asked]: answers[asked] } : {},
  };
  const scope = { programme: link.programme, attemptId: attemptOf(link), channel: 'web', at } as const;
  const answer = await saveAnswers(form, scope, ports, standing);
  switch (answer.type) {
    case 'saved':
      return answer;
    case 'outrun':
      return { type: 'out-of-order', standing: answer.standing };
    case 'refused':
    case 'unknown-attempt':
      return { type: 'out-of-order', standing };
  }
}

function isAskable(asked: string, screen: Screen, { questionnaire, given }: Standing): boolean {
  // Who answers may always be said again.
  return (
    asked === 'respondent' ||
    asked === askedBy(screen) ||
    askedBy(screenOf(questionnaire, given, 'self', asked)) === asked
  );
}

/** Nobody called: the attempt of the link has the rank of a person who comes to us. */
function attemptOf({ occasion, subject }: Link): string {
  return attemptIdOf({ campaign: occasion, cycle: 1, recipientId: subject, n: 0 });
}
