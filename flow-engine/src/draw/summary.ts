import { isJsonObject, ownArray, ownString } from '../json/json.ts';
import { shorten } from '../json/shorten.ts';
import type { Action } from '../model/flow.ts';

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
