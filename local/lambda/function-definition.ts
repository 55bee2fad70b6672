import type { LambdaOutcome } from '../cloud.ts';
import type { Json } from '../json.ts';

/** A Lambda function as its template describes it. */
export interface FunctionDefinition {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly codeFolder: string;
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Environments at once: reserved concurrency, else the pool's default. */
  readonly concurrency: number | undefined;
  readonly deadLetterArn: string | undefined;
  /** Name of the log group it writes to. */
  readonly logGroup: string;
}

/** AWS::Lambda::EventInvokeConfig: what happens to asynchronous invocations. */
export interface AsyncConfiguration {
  /** 0 to 2. */
  readonly maximumRetryAttempts: number;
  readonly maximumEventAgeSeconds: number;
  readonly onFailureArn: string | undefined;
  readonly onSuccessArn: string | undefined;
}

export const defaultAsyncConfiguration: AsyncConfiguration = {
  maximumRetryAttempts: 2,
  maximumEventAgeSeconds: 21_600,
  onFailureArn: undefined,
  onSuccessArn: undefined,
};

export interface FunctionRequest {
  readonly key: string;
  readonly requestId: string;
  readonly payload: Json;
  /** Asked for by a running handler: may exceed the pool's size, else all could wait for each other. */
  readonly nested: boolean;
}

/** Where a function's code is loaded, once, and run, one invocation at a time. */
export interface Environment {
  readonly definition: FunctionDefinition;
  readonly accessKeyId: string;
  /** Key of the invocation in flight. */
  current: string | undefined;
  /** Set once it has ended: it takes no more invocations. */
  readonly ended: boolean;
  lastUsed: number;
  /** Resolves once the code is loaded, or will never be. */
  readonly loaded: Promise<void>;
  run(request: FunctionRequest): Promise<LambdaOutcome>;
  end(): Promise<void>;
}
