import type { Given } from '../../domain/questionnaire/given.ts';
import { keypadAnswers } from '../../domain/questionnaire/keypad-answers.ts';
import type { Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import { type Screen, screenOf } from '../../domain/questionnaire/screen.ts';
import { webAnswers } from '../../domain/questionnaire/web-answers.ts';
import {
  createContactState,
  type Flow,
  FlowRun,
  isKey,
  type JsonObject,
  parseFlow,
  type Suspension,
  wordsOf,
} from '../../flow-engine/src/index.ts';
import { keypadModule } from '../../lib/contact-centre/keypad-module.ts';
import { questionnairePage } from '../../pages/questionnaire-page.ts';

/** A person who answers each question always alike; undefined = they hang up, or leave the page. */
export interface Person {
  readonly respondent: 'person' | 'relative';
  readonly answer: (question: string) => string | undefined;
}

/** Through the agent's screens. */
export function byAgent(questionnaire: Questionnaire, { respondent, answer }: Person, start: Given): Given {
  let given: Given = start;
  for (let screens = 0; screens < 100; screens += 1) {
    const screen = screenOf(questionnaire, given, 'agent');
    if (screen.type === 'opening') given = { ...given, respondent };
    else if (screen.type === 'advice') given = { ...given, adviceSaid: true };
    else if (screen.type === 'question') {
      const code = answer(screen.question);
      if (code === undefined) return given;
      given = { ...given, answers: { ...given.answers, [screen.question]: code } };
    } else return given;
  }
  throw new Error('the screens do not end');
}

/** Through the markup of the pages: what is sent is what their forms hold. */
export function byWeb(questionnaire: Questionnaire, { respondent, answer }: Person, start: Given): Given {
  let given: Given = start;
  for (let pages = 0; pages < 100; pages += 1) {
    const screen: Screen = screenOf(questionnaire, given, 'self');
    const page = questionnairePage({
      title: questionnaire.title,
      screen,
      form: { action: '/q', method: 'post' },
      hidden: { revision: '1' },
      backTo: (question) => `/q?question=${question}`,
    });
    const inputs = [...page.matchAll(/<input type="(?:radio|checkbox)" name="([^"]+)" value="([^"]+)"/g)];
    const name = inputs[0]?.[1];
    if (name === undefined) return given;
    const wanted = name === 'respondent' ? respondent : name === 'adviceSaid' ? 'true' : answer(name);
    if (wanted === undefined) return given;
    const input = inputs.find(([, , value]) => value === wanted);
    if (input === undefined) throw new Error(`no ${name}=${wanted} on the page`);
    const told = webAnswers(questionnaire, { [name]: wanted });
    given = { ...given, ...told, answers: { ...given.answers, ...told.answers } };
  }
  throw new Error('the pages do not end');
}

const modules = new WeakMap<Questionnaire, { readonly flow: Flow; readonly content: JsonObject }>();

function moduleOf(questionnaire: Questionnaire) {
  const known = modules.get(questionnaire);
  if (known !== undefined) return known;
  const { name, content } = keypadModule('p', questionnaire);
  const { flow } = parseFlow(content, { name, isModule: true });
  if (flow === undefined) throw new Error('the module does not parse');
  const made = { flow, content };
  modules.set(questionnaire, made);
  return made;
}

export interface KeypadCall {
  readonly given: Given;
  readonly attributes: Readonly<Record<string, string>>;
  readonly heard: readonly string[];
}

/** Through the generated module, played by the flow engine: the person presses the key that the voice says for their answer. */
export function byKeypad(
  questionnaire: Questionnaire,
  person: Person,
  attributes: Readonly<Record<string, string>> = {},
  act?: (block: string, visit: number) => 'silence' | '9' | '7' | undefined,
): KeypadCall {
  const { flow, content } = moduleOf(questionnaire);
  const contact = createContactState({ contactId: 'c', attributes: { ...attributes } });
  const heard: string[] = [];
  const run = new FlowRun({ flow, contact, host: {} });
  const visits = new Map<string, number>();
  let at: Suspension = run.start();
  while (at.kind !== 'ended') {
    if (at.kind === 'prompt') {
      heard.push(...at.prompts.map(wordsOf));
      at = run.resume({ kind: 'prompt-ended' });
    } else if (at.kind === 'input') {
      heard.push(...at.prompts.map(wordsOf));
      const visit = visits.get(at.action) ?? 0;
      visits.set(at.action, visit + 1);
      const done = act?.(at.action, visit) ?? keyFor(questionnaire, person, at.action, content);
      if (done === undefined) at = run.resume({ kind: 'hang-up' });
      else if (done === 'silence') at = run.resume({ kind: 'timeout' });
      else if (isKey(done)) at = run.resume({ kind: 'digit', digit: done });
    } else throw new Error(`the module waits for ${at.kind}`);
  }
  return { given: keypadAnswers(questionnaire, contact.attributes), attributes: { ...contact.attributes }, heard };
}

function keyFor(questionnaire: Questionnaire, person: Person, block: string, content: JsonObject): string | undefined {
  const question = questionnaire.questions.find(({ id }) => block === `${id}-personne` || block === `${id}-proche`);
  const label =
    question === undefined
      ? block === 'qui-repond'
        ? questionnaire.opening.answers[person.respondent]
        : 'Pour continuer'
      : question.answers.find(({ code }) => code === person.answer(question.id))?.label;
  if (label === undefined) return undefined;
  const words = label.replaceAll('’', "'");
  const text = JSON.stringify(content).split(`"Identifier":"${block}"`)[1] ?? '';
  return new RegExp(`${words}, tapez (\\d)\\.`).exec(text)?.[1];
}
