import type { LocalLambda } from '../lambda/local-lambda.ts';
import type { DeliveryChecks } from './delivery-checks.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::Lambda::EventInvokeConfig`: retries and destinations of asynchronous invocations. */
export function eventInvokeConfigProvider(lambda: LocalLambda, deliveries: DeliveryChecks): ResourceProvider {
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
    const onFailureArn = destinations?.optionalObject('OnFailure')?.text('Destination');
    const onSuccessArn = destinations?.optionalObject('OnSuccess')?.text('Destination');
    const definition = lambda.definition(functionName);
    const principal = lambda.principalOf(definition);
    deliveries.add(`On-failure destination of function ${definition.name}`, principal, onFailureArn);
    deliveries.add(`On-success destination of function ${definition.name}`, principal, onSuccessArn);
    lambda.configureAsync(functionName, {
      maximumRetryAttempts: properties.number('MaximumRetryAttempts', 2),
      maximumEventAgeSeconds: properties.number('MaximumEventAgeInSeconds', 21_600),
      onFailureArn,
      onSuccessArn,
    });
    return { ref: `${functionName}|${properties.optionalText('Qualifier') ?? '$LATEST'}`, attributes: {} };
  };
}
