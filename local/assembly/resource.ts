import type { Json, JsonObject } from '../json.ts';

/** A resource of a template, its intrinsics resolved: what a provider gets. */
export interface ResolvedResource {
  /** Name of the stack, e.g. `samps-demo-data`. */
  readonly stack: string;
  readonly logicalId: string;
  /** CloudFormation type, e.g. `AWS::DynamoDB::Table`. */
  readonly type: string;
  /** Properties with every intrinsic resolved; `AWS::NoValue` members removed. */
  readonly properties: JsonObject;
  /** `aws:cdk:path` of the template's metadata, for messages; else `stack/logicalId`. */
  readonly path: string;
}

/** What a created resource answers to `Ref` and `Fn::GetAtt`. */
export interface ProvidedResource {
  /** What `Ref` gives: AWS's own choice for the type (name, URL, ARN or id). */
  readonly ref: string;
  /** What `Fn::GetAtt` gives, by attribute name (nested names with dots, e.g. `Endpoint.Address`). */
  readonly attributes: Readonly<Record<string, Json>>;
}
