import { type Answer, answer, refuse } from '../host/answer.ts';
import { isJsonObject, type JsonObject } from '../json/json.ts';
import { shorten } from '../json/shorten.ts';
import { utf8Length } from '../json/utf8-length.ts';

/** A response must be smaller than this (adminguide: connect-lambda-functions). */
const maximumResponseBytes = 32 * 1024;

/** What a Lambda answered, as `$.External` will hold it; refused when the declared response type says so. */
export const readLambdaResponse = (payload: unknown, responseType: 'STRING_MAP' | 'JSON'): Answer<JsonObject> => {
  let text: string | undefined;
  try {
    text = JSON.stringify(payload);
  } catch (error) {
    return refuse(`the response is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed: unknown = text === undefined ? undefined : JSON.parse(text);
  if (text === undefined || !isJsonObject(parsed))
    return refuse(`the response is ${shorten(payload)}; accepted: a JSON object`);
  const bytes = utf8Length(text);
  if (bytes >= maximumResponseBytes)
    return refuse(`the response has ${bytes} bytes; accepted: less than ${maximumResponseBytes}`);
  if (responseType === 'JSON') return answer(parsed);
  const wrong = Object.entries(parsed).find(([, value]) => typeof value !== 'string');
  return wrong === undefined
    ? answer(parsed)
    : refuse(`response key "${wrong[0]}" is ${shorten(wrong[1])}; accepted with STRING_MAP: strings only`);
};
