import { inTheirWords } from '../../domain/questionnaire/fill-words.ts';
import { nothingGiven } from '../../domain/questionnaire/given.ts';
import { keypadAttributes } from '../../domain/questionnaire/keypad-answers.ts';
import type { Question, Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import { validateQuestionnaire } from '../../domain/questionnaire/validate-questionnaire.ts';
import { adviceIndex } from '../../domain/questionnaire/walk.ts';
import { wordingOf } from '../../domain/questionnaire/wording.ts';
import { FlowBlocks } from './flow-blocks.ts';
import { type FlowFile, FlowFileError } from './flow-file.ts';
import { answered, entered, entryOf, questionEntryOf } from './keypad-branches.ts';

/** Key that says the question again. */
const repeatKey = '9';
const repeat = `Pour réécouter, tapez ${repeatKey}.`;
const tries = 2;

/**
 * A questionnaire as a flow module for the keypad (COMMON-39): one block asks each question, branches and stops are those of the definition, answers
 * are contact attributes. Questions whose attribute is there already are not asked. Throws FlowFileError when the questionnaire is not proven.
 */
export function keypadModule(programme: string, definition: Questionnaire): FlowFile {
  const path = `questionnaire "${definition.id}" of "${programme}"`;
  const faults = validateQuestionnaire(definition);
  // A module is made before anybody is known.
  const questionnaire = inTheirWords(definition, nothingGiven);
  if (faults.length > 0) {
    throw new FlowFileError(
      `${path} is refused:\n${faults.map(({ place, text }) => `  ${place}: ${text}`).join('\n')}`,
    );
  }
  const blocks = new FlowBlocks();
  blocks.set('debut', keypadAttributes.end, 'partial', 'qui-repond');
  askWho(blocks, questionnaire);
  for (const [index, question] of questionnaire.questions.entries()) {
    entered(blocks, questionnaire, index);
    askQuestion(blocks, question);
    for (const { code } of question.answers) {
      const after = answered(blocks, questionnaire, index, code);
      blocks.set(`${question.id}-note-${code}`, keypadAttributes.answer(question.id), code, after);
    }
  }
  blocks.set('fin', keypadAttributes.end, 'complete', 'merci');
  blocks.say('merci', 'Merci. Vos réponses sont enregistrées.', 'retour');
  blocks.set('urgence', keypadAttributes.end, 'emergency', 'urgence-dite');
  blocks.say('urgence-dite', questionnaire.emergency.selfService, 'retour');
  blocks.say('abandon', 'Nous reprendrons ces questions plus tard.', 'retour');
  blocks.endModule('retour');
  return {
    path,
    name: `${programme}/questionnaire-${questionnaire.id}`,
    programme,
    description: `Questionnaire « ${questionnaire.title} » au clavier ; pose les attributs ${keypadAttributes.answer('…')}`,
    content: { Version: '2019-10-30', StartAction: 'debut', Actions: blocks.actions, Metadata: {} },
  };
}

function askWho(blocks: FlowBlocks, questionnaire: Questionnaire): void {
  const { opening, advice } = questionnaire;
  const from = adviceIndex(questionnaire);
  const choices = Object.entries(opening.answers).map(([code, label], index) => ({
    code,
    label,
    key: String(index + 1),
  }));
  ask(blocks, 'qui-repond', 'qui-repond', opening.selfService, choices, (code) => `qui-repond-note-${code}`);
  misunderstood(blocks, 'qui-repond', 'qui-repond');
  for (const { code } of choices) {
    const next = code === 'wrong-number' ? 'mauvais-numero' : entryOf(questionnaire, 0);
    blocks.set(`qui-repond-note-${code}`, keypadAttributes.respondent, code, next);
  }
  blocks.say('mauvais-numero', 'Veuillez nous excuser. Cet appel ne vous était pas destiné.', 'retour');
  blocks.compare(
    'conseils-dits',
    keypadAttributes.advice,
    [['true', questionEntryOf(questionnaire, from)]],
    'conseils',
  );
  const read = { code: 'true', label: 'Pour continuer', key: '1' };
  ask(blocks, 'conseils', 'conseils', [advice.text, ...advice.items].join(' '), [read], () => 'conseils-note');
  misunderstood(blocks, 'conseils', 'conseils');
  blocks.set('conseils-note', keypadAttributes.advice, 'true', questionEntryOf(questionnaire, from));
}

function askQuestion(blocks: FlowBlocks, question: Question): void {
  const { id, answers } = question;
  const choices = answers.map(({ code, label, key }, index) => ({ code, label, key: key ?? String(index + 1) }));
  const relative = `${id}-proche`;
  blocks.compare(`${id}-qui`, keypadAttributes.respondent, [['relative', relative]], `${id}-personne`);
  for (const [name, respondent] of [
    [`${id}-personne`, 'person'],
    [relative, 'relative'],
  ] as const) {
    ask(blocks, name, id, wordingOf(question, 'self', respondent), choices, (code) => `${id}-note-${code}`);
  }
  misunderstood(blocks, id, `${id}-qui`);
}

/** One block that asks; what was not understood is asked again by the blocks of `shared`. */
function ask(
  blocks: FlowBlocks,
  id: string,
  shared: string,
  text: string,
  choices: readonly { readonly code: string; readonly label: string; readonly key: string }[],
  next: (code: string) => string,
): void {
  const menu = choices.map(({ label, key }) => `${label}, tapez ${key}.`).join(' ');
  const keys = choices.map(({ code, key }): readonly [string, string] => [key, next(code)]);
  blocks.ask(id, `${text} ${menu} ${repeat}`, [...keys, [repeatKey, id]], {
    again: `${shared}-incompris`,
    failed: 'abandon',
  });
}

function misunderstood(blocks: FlowBlocks, id: string, again: string): void {
  blocks.say(`${id}-incompris`, "Nous n'avons pas compris votre réponse.", `${id}-reprises`);
  blocks.loop(`${id}-reprises`, tries, again, 'abandon');
}
