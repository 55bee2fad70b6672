/** Who asks: a function through its role, an AWS service acting for a resource, or a role assumed by a service (Scheduler, Pipes). */
export type Principal =
  | {
      readonly type: 'function';
      readonly functionName: string;
      readonly functionArn: string;
      readonly roleArn: string;
    }
  | {
      readonly type: 'service';
      /** e.g. `events.amazonaws.com`, `connect.amazonaws.com`. */
      readonly service: string;
      /** The resource the service acts for: rule ARN, instance ARN, topic ARN… */
      readonly sourceArn: string;
      readonly sourceAccount: string;
    }
  | { readonly type: 'role'; readonly roleArn: string /** Who assumed it, for messages. */; readonly assumedBy: string }
  /** A person or a test from outside; nothing is refused. */
  | { readonly type: 'administrator' };

export interface AccessRequest {
  readonly principal: Principal;
  /** e.g. `dynamodb:PutItem`. */
  readonly action: string;
  /** ARN of the resource acted on, or `*` for actions without one. */
  readonly resource: string;
  /** Condition keys known of the request, e.g. `{ 'dynamodb:LeadingKeys': [...] , 'aws:SecureTransport': 'true' }`. */
  readonly conditions?: Readonly<Record<string, string | readonly string[]>>;
}

export type AccessDecision =
  | { readonly allowed: true }
  /** The message names principal, action and resource, as AWS does. */
  | { readonly allowed: false; readonly message: string };
