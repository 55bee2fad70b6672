import type { DefinitionReader } from './definition-reader.ts';
import { readCondition } from './parse-question.ts';
import type { Instruction, Term } from './questionnaire.ts';

/** Words that differ by what is known of the person, as their author writes them. */
export function readTerm(reader: DefinitionReader, value: unknown, place: string): Term {
  const { name, question, words, otherwise } = reader.members(value, place, ['name', 'question', 'words', 'otherwise']);
  const byAnswer = typeof words === 'object' && words !== null ? Object.entries(words) : [];
  if (byAnswer.length === 0) {
    reader.refuse(`${place}.words`, words, 'un objet qui donne un texte par code de réponse');
  }
  return {
    name: reader.code(name, `${place}.name`),
    question: reader.code(question, `${place}.question`),
    words: Object.fromEntries(
      byAnswer.map(([code, text]: [string, unknown]) => [
        reader.code(code, `${place}.words`),
        reader.text(text, `${place}.words.${code}`),
      ]),
    ),
    otherwise: reader.text(otherwise, `${place}.otherwise`),
  };
}

export function readInstruction(reader: DefinitionReader, value: unknown, place: string): Instruction {
  const { whenAll, conduct, selfService } = reader.members(value, place, ['whenAll', 'conduct', 'selfService']);
  return {
    whenAll: reader.list(whenAll, `${place}.whenAll`, (one, at) => readCondition(reader, one, at)),
    conduct: reader.text(conduct, `${place}.conduct`),
    selfService: reader.text(selfService, `${place}.selfService`),
  };
}
