import type { DeskDraft } from '../../contracts/desk-context.ts';
import { membersOf } from '../question/question-form.ts';

const longest = 2_000;
const texts = [
  'scheme',
  'motive',
  'comment',
  'disposition',
  'outcome',
  'askedFor',
  'absentUntil',
  'question',
  'questionId',
  'questionDue',
  'questionCallBack',
] as const satisfies readonly (keyof DeskDraft)[];
const members: readonly string[] = ['revision', 'wrappedUp', ...texts];

/** Reads what the desk saves as the agent types: nothing of it needs to be complete. Answers the fault in French. */
export function parseDraft(body: unknown): DeskDraft | { readonly fault: string } {
  const form = membersOf(body);
  const foreign = Object.keys(form).find((name) => !members.includes(name));
  if (foreign !== undefined) {
    return { fault: `Le champ « ${foreign} » n’existe pas ; champs acceptés : ${members.join(', ')}.` };
  }
  const { revision, wrappedUp } = form;
  if (typeof revision !== 'number' || !Number.isInteger(revision) || revision < 1) {
    return {
      fault: `Le champ « revision » vaut ${JSON.stringify(revision) ?? '« absent »'} ; valeur acceptée : un entier à partir de 1.`,
    };
  }
  if (wrappedUp !== undefined && typeof wrappedUp !== 'boolean') {
    return { fault: 'Le champ « wrappedUp » n’est ni true ni false.' };
  }
  const wrong = texts.find((name) => {
    const value = form[name];
    return value !== undefined && (typeof value !== 'string' || value.length > longest);
  });
  if (wrong !== undefined) {
    return {
      fault: `Le champ « ${wrong} » est trop long ou n’est pas un texte ; valeur acceptée : ${longest} caractères au plus.`,
    };
  }
  return {
    revision,
    ...(wrappedUp === true && { wrappedUp }),
    ...Object.fromEntries(
      texts.flatMap((name) => (form[name] === undefined || form[name] === '' ? [] : [[name, String(form[name])]])),
    ),
  };
}
