import type { DefinitionReader, Members } from './definition-reader.ts';
import { readCondition } from './parse-question.ts';
import { type Opening, type OpeningVariant, respondents } from './questionnaire.ts';

const wordNames = ['text', 'selfService', 'answers'] as const;

/** Who is there, as its author writes it. */
export function readOpening(reader: DefinitionReader, value: unknown): Opening {
  const members = reader.members(value, 'opening', [...wordNames, 'variants']);
  const { variants } = members;
  return {
    ...readWords(reader, members, 'opening'),
    ...(variants !== undefined && {
      variants: reader.list(variants, 'opening.variants', (one, place) => readVariant(reader, one, place)),
    }),
  };
}

function readVariant(reader: DefinitionReader, value: unknown, place: string): OpeningVariant {
  const members = reader.members(value, place, [...wordNames, 'when']);
  return { when: readCondition(reader, members['when'], `${place}.when`), ...readWords(reader, members, place) };
}

function readWords(reader: DefinitionReader, { text, selfService, answers }: Members, place: string) {
  const labels = reader.members(answers, `${place}.answers`, respondents);
  const label = (name: string) => reader.text(labels[name], `${place}.answers.${name}`);
  return {
    text: reader.text(text, `${place}.text`),
    selfService: reader.text(selfService, `${place}.selfService`),
    answers: { person: label('person'), relative: label('relative'), 'wrong-number': label('wrong-number') },
  };
}
