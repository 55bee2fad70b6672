import { localDay } from '../calendar/local-time.ts';
import type { CallbackRegister } from '../callback/callback-register.ts';
import type { Content } from '../content/content.ts';
import type { QuestionEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import { callWithAnswer } from './answer-call.ts';
import type { Change, Question, Questions } from './question.ts';
import type { QuestionForm } from './question-form.ts';

export interface QuestionPorts {
  readonly questions: Questions;
  readonly journal: Journal;
  readonly content: Content;
  readonly register: CallbackRegister;
}

export interface QuestionScope {
  readonly programme: string;
  /** User name. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

type Answer = { readonly question: Question } | { readonly fault: string };

/** Parks a question. Its moment is the first one at which it was sent: sent again, it is the same question and the same entry. */
export async function openQuestion(form: QuestionForm, scope: QuestionScope, ports: QuestionPorts): Promise<Answer> {
  const { programme, at, by } = scope;
  const schemes = await ports.content.inForce(programme, 'schemes', at);
  if (!schemes.some(({ code }) => code === form.scheme)) {
    const accepted = schemes.map(({ code, label }) => `${code} (${label})`).join(', ');
    return { fault: `Le champ « scheme » vaut « ${form.scheme} » ; valeurs acceptées : ${accepted}.` };
  }
  const { clientId, scheme, text, contactId, numberKey, dueOn } = form;
  const { timeZone } = await ports.content.inForce(programme, 'calendar', at);
  if (dueOn !== undefined && dueOn < localDay(timeZone, at)) {
    return { fault: `Le champ « dueOn » vaut « ${dueOn} » ; valeur acceptée : aujourd’hui ou un jour à venir.` };
  }
  const question = await ports.questions.open(programme, {
    questionId: clientId,
    scheme,
    text,
    ...(contactId !== undefined && { contactId }),
    ...(numberKey !== undefined && { numberKey }),
    ...(dueOn !== undefined && { dueOn }),
    opened: { at, by },
  });
  await file(question, 'opened', question.opened, scope, ports);
  return { question };
}

/** The client answers, and whoever waits for it is called back. Undefined when there is no such question. */
export async function answerQuestion(
  questionId: string,
  text: string,
  scope: QuestionScope,
  ports: QuestionPorts,
): Promise<Question | undefined> {
  const answered = { at: scope.at, by: scope.by, text };
  const question = await ports.questions.change(scope.programme, questionId, { answered });
  if (question?.answered !== undefined) {
    await file(question, 'answered', question.answered, scope, ports);
    if (question.closed === undefined) {
      await callWithAnswer(scope.programme, question, ports);
    }
  }
  return question;
}

/** The person was told, or the question is without object. Undefined when there is no such question. */
export async function closeQuestion(
  questionId: string,
  scope: QuestionScope,
  ports: QuestionPorts,
): Promise<Question | undefined> {
  const question = await ports.questions.change(scope.programme, questionId, {
    closed: { at: scope.at, by: scope.by },
  });
  if (question?.closed !== undefined) {
    await file(question, 'closed', question.closed, scope, ports);
  }
  return question;
}

async function file(
  { questionId, scheme, text }: Question,
  change: QuestionEntry['change'],
  { at, by }: Change,
  { programme }: QuestionScope,
  { journal, content }: QuestionPorts,
): Promise<void> {
  const { timeZone } = await content.inForce(programme, 'calendar', at);
  const entry: QuestionEntry = {
    kind: 'question',
    programme,
    day: localDay(timeZone, at),
    time: at,
    id: `question#${questionId}#${change}`,
    questionId,
    change,
    scheme,
    ...(change === 'opened' && { text }),
    agent: by,
  };
  await journal.append([entry]);
}
