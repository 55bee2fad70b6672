import type { CloudContext } from '../cloud.ts';
import { secretAccessKey } from './function-credentials.ts';
import type { FunctionDefinition } from './function-definition.ts';

/** Environment variables of a function: the template's, those of the Lambda runtime, and the local endpoints. */
export function functionEnvironment(
  definition: FunctionDefinition,
  accessKeyId: string,
  cloud: Pick<CloudContext, 'region' | 'endpoints' | 'addresses'>,
): Record<string, string> {
  // At the start of an environment, not when the function is created: the addresses of later resources are known by then.
  const own = Object.entries(definition.environment).map(([name, value]) => [name, cloud.addresses.localize(value)]);
  return {
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
    AWS_REGION: cloud.region,
    AWS_DEFAULT_REGION: cloud.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: definition.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    LAMBDA_TASK_ROOT: definition.codeFolder,
    _HANDLER: definition.handler,
    ...cloud.endpoints.environment(),
    ...Object.fromEntries(own),
  };
}
