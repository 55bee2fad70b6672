import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { deriveUuid } from '../kernel/random.ts';
import type { LocalLambda } from '../lambda/local-lambda.ts';
import type { Principal } from '../principal.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** A completion function that has not said yes after so many questions never will. */
const mostQuestions = 100;

/**
 * `AWS::CloudFormation::CustomResource` and `Custom::*`: a Create event to the ServiceToken function, which answers by its return
 * value (`PhysicalResourceId`, `Data`). Of the CDK's provider framework, the function it wraps is invoked directly, in its name,
 * and it must be able to write its own logs.
 */
export function customResourceProvider(lambda: LocalLambda): ResourceProvider {
  return async (resource, cloud) => {
    const serviceToken = new PropertyReader(resource).text('ServiceToken');
    const token = lambda.definition(serviceToken);
    const onEvent = token.environment['USER_ON_EVENT_FUNCTION_ARN'];
    const isComplete = token.environment['USER_IS_COMPLETE_FUNCTION_ARN'];
    if (onEvent !== undefined) lambda.openLogs(token);
    const source: Principal = onEvent === undefined ? { type: 'administrator' } : lambda.principalOf(token);
    const key = `deploy/${resource.stack}/${resource.logicalId}`;
    const event: JsonObject = {
      RequestType: 'Create',
      RequestId: deriveUuid('request', key),
      ResponseURL: 'https://local.invalid/',
      ServiceToken: serviceToken,
      StackId: `arn:${cloud.partition}:cloudformation:${cloud.region}:${cloud.account}:stack/${resource.stack}/${deriveUuid('stack', resource.stack)}`,
      LogicalResourceId: resource.logicalId,
      ResourceType: resource.type,
      ResourceProperties: asCloudFormationSends(resource.properties),
    };
    const ask = async (functionArn: string, payload: JsonObject, name: string): Promise<JsonObject> => {
      const outcome = await cloud.lambda.invoke({ functionArn, payload, key: name, source });
      if (!outcome.ok) {
        const trace = outcome.trace.slice(1, 4).join('\n');
        throw new Error(`${functionArn} failed: ${outcome.errorType}: ${outcome.errorMessage}\n${trace}`);
      }
      if (isJsonObject(outcome.payload)) return outcome.payload;
      throw new Error(
        `${functionArn} answered ${JSON.stringify(outcome.payload)}; a custom resource answers by its return value, with PhysicalResourceId and Data`,
      );
    };
    const answer = await ask(onEvent ?? serviceToken, event, key);
    const physicalId = answer['PhysicalResourceId'];
    const ref = typeof physicalId === 'string' ? physicalId : deriveUuid('request', key);
    const data = answer['Data'];
    const completed = isComplete === undefined ? {} : await complete(ask, isComplete, { ...event, ...answer }, key);
    return { ref, attributes: { ...(isJsonObject(data) ? data : {}), ...completed } };
  };
}

async function complete(
  ask: (functionArn: string, payload: JsonObject, key: string) => Promise<JsonObject>,
  functionArn: string,
  event: JsonObject,
  key: string,
): Promise<JsonObject> {
  for (let question = 1; question <= mostQuestions; question += 1) {
    const answer = await ask(functionArn, event, `${key}/complete/${question}`);
    const data = answer['Data'];
    if (answer['IsComplete'] === true) return isJsonObject(data) ? data : {};
  }
  throw new Error(`${functionArn} did not answer IsComplete after ${mostQuestions} questions`);
}

/** CloudFormation hands every number and truth value of a custom resource over as text. */
function asCloudFormationSends(value: Json): Json {
  if (Array.isArray(value)) return value.map(asCloudFormationSends);
  if (isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asCloudFormationSends(member)]));
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
