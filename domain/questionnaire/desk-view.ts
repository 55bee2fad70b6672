import { assess, questionOf } from './assess.ts';
import { inTheirWords } from './fill-words.ts';
import { type Screen, screenOf } from './screen.ts';
import type { Standing } from './standing.ts';
import { answerTo, walk } from './walk.ts';
import { wordingOf } from './wording.ts';

/** All that the agent's screen shows; the red button is on every one of them (REFLEX-20). */
export interface DeskView {
  readonly questionnaire: { readonly id: string; readonly version: string; readonly title: string };
  /** To be sent back with what is told next. */
  readonly revision: number;
  readonly state: 'partial' | 'complete';
  readonly screen: Screen;
  /** Answers that count, to be shown or changed. */
  readonly answered: readonly {
    readonly question: string;
    readonly text: string;
    readonly answer: string;
    readonly label: string;
  }[];
  readonly byThirdParty: boolean;
  /** Complete, and another call within 24 hours is to be announced: by its level, or as the person wishes. */
  readonly callback: boolean;
  readonly emergency: { readonly text: string };
  readonly comment: { readonly label: string; readonly text?: string };
}

/** `back`: a question already answered, to be shown again; `said`: the comment kept of the person. */
export function deskView(
  { questionnaire: definition, version, record, given }: Standing,
  back?: string,
  said?: string,
): DeskView {
  const questionnaire = inTheirWords(definition, given);
  const { id, title, comment, emergency } = questionnaire;
  const { state, callback } = assess(questionnaire, given);
  return {
    questionnaire: { id, version, title },
    revision: record?.revision ?? 0,
    state,
    screen: screenOf(questionnaire, given, 'agent', back),
    answered: walk(questionnaire, given).steps.map(({ question: asked, answer }) => {
      const question = questionOf(questionnaire, asked);
      const text = wordingOf(question, 'agent', given.respondent);
      return { question: asked, text, answer, label: answerTo(question, answer)?.label ?? answer };
    }),
    byThirdParty: record?.byThirdParty ?? false,
    callback: state === 'complete' && callback,
    emergency: { text: emergency.text },
    comment: { label: comment, ...(said !== undefined && { text: said }) },
  };
}
