import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Content } from '../../domain/content/content.ts';
import { askedBy, screenOf } from '../../domain/questionnaire/screen.ts';
import { webAnswers } from '../../domain/questionnaire/web-answers.ts';
import { questionnairePage } from '../../pages/questionnaire-page.ts';
import { type ApiEvent, HttpError, pathParameter } from '../middleware/http.ts';
import { pageAnswer } from '../middleware/page-answer.ts';

/** The next page for the answers of the address: nothing is kept, so that anyone may try everything. */
export async function preview(
  event: ApiEvent,
  programme: string,
  at: string,
  { content }: { readonly content: Content },
): Promise<APIGatewayProxyStructuredResultV2> {
  const id = pathParameter(event, 'questionnaire');
  const questionnaires = await content.inForce(programme, 'questionnaires', at);
  const questionnaire = questionnaires.find((one) => one.id === id);
  if (questionnaire === undefined) {
    const accepted = questionnaires.map((one) => one.id).join(', ');
    throw new HttpError(404, `Le questionnaire « ${id} » n’existe pas ; valeurs acceptées : ${accepted}.`);
  }
  const { question: back, step, ...fields } = event.queryStringParameters ?? {};
  const screen = screenOf(questionnaire, webAnswers(questionnaire, fields), 'self', back);
  const shown = askedBy(screen) ?? screen.type;
  const kept = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || name === shown ? [] : [[name, value]],
  );
  const hidden: Readonly<Record<string, string>> = Object.fromEntries(kept);
  const address = (changes: Readonly<Record<string, string>>) =>
    `${event.rawPath}?${new URLSearchParams({ ...hidden, ...changes }).toString()}`;
  return pageAnswer(
    200,
    questionnairePage({
      title: `Aperçu, rien n’est enregistré – ${questionnaire.title}`,
      screen,
      form: { action: event.rawPath, method: 'get' },
      hidden: { ...hidden, step: shown },
      backTo: (question) => address({ question, ...(fields[shown] !== undefined && { [shown]: fields[shown] }) }),
      isMissing: step === shown && back === undefined,
    }),
  );
}
