import { isJsonObject, ownArray, ownString } from '../json/json.ts';
import { shorten } from '../json/shorten.ts';
import type { Action, Flow } from '../model/flow.ts';

const telling = [
  'Text',
  'SSML',
  'PromptId',
  'ComparisonValue',
  'LambdaFunctionARN',
  'QueueId',
  'AgentId',
  'ContactFlowId',
  'FlowModuleId',
  'HoursOfOperationId',
  'LoopCount',
  'MetricType',
  'CallbackNumber',
  'TextToSpeechVoice',
  'LanguageCode',
  'QueuePriority',
  'FlowLoggingBehavior',
  'ThirdPartyPhoneNumber',
  'TimeLimitSeconds',
  'TimeoutSeconds',
];

/** The parameter that says most about an action, on one line; SSML without its tags. */
export const summaryOf = ({ parameters }: Action): string => {
  for (const name of telling) {
    const value = ownString(parameters, name);
    if (value !== undefined)
      return shorten(
        value
          .replace(/<[^<>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
        200,
      );
  }
  for (const name of ['Attributes', 'FlowAttributes', 'Tags', 'EventHooks']) {
    const map = parameters[name];
    if (isJsonObject(map)) return `${name}: ${Object.keys(map).join(', ')}`;
  }
  const messages = ownArray(parameters, 'Messages');
  return messages === undefined ? '' : `${messages.length} messages`;
};

/** An action as people can find it: the console names blocks by UUIDs it never shows, so those get their type and what they say. */
export const placeOf = (flow: Flow | undefined, identifier: string, length = 50): string => {
  const action = flow?.actions.get(identifier);
  if (action === undefined || !/^[\da-f]{8}-[\da-f-]{27}$/i.test(identifier)) return identifier;
  const summary = shorten(summaryOf(action).replace(/^arn:\S*[/:]/, ''), length);
  return `${identifier.slice(0, 8)} ${action.type}${summary === '' ? '' : ` "${summary}"`}`;
};
