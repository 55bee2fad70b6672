import type { LocalLambda } from '../lambda/local-lambda.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::Lambda::EventInvokeConfig`: retries and destinations of asynchronous invocations. */
export function eventInvokeConfigProvider(lambda: LocalLambda): ResourceProvider {
  return (resource) => {
    const properties = new PropertyReader(resource).accept(
      'DestinationConfig',
      'FunctionName',
      'MaximumEventAgeInSeconds',
      'MaximumRetryAttempts',
      'Qualifier',
    );
    const functionName = properties.text('FunctionName');
    const destinations = properties.optionalObject('DestinationConfig');
    lambda.configureAsync(functionName, {
      maximumRetryAttempts: properties.number('MaximumRetryAttempts', 2),
      maximumEventAgeSeconds: properties.number('MaximumEventAgeInSeconds', 21_600),
      onFailureArn: destinations?.optionalObject('OnFailure')?.text('Destination'),
      onSuccessArn: destinations?.optionalObject('OnSuccess')?.text('Destination'),
    });
    return { ref: `${functionName}|${properties.optionalText('Qualifier') ?? '$LATEST'}`, attributes: {} };
  };
}
