/**
 * Properties of our CloudFormation custom resources, run through the CDK provider framework: the handler gets the whole CloudFormation event,
 * reads `ResourceProperties` (all values are strings), answers `{ PhysicalResourceId, Data? }` and throws to fail. Imports nothing.
 */

/** `number-association`: which flow a phone number starts. CloudFormation has no property for it (Amazon Connect documentation). */
export interface NumberAssociationProperties {
  readonly InstanceId: string;
  /** ARN or id of the phone number. */
  readonly PhoneNumberId: string;
  /** ARN of the flow. */
  readonly ContactFlowId: string;
}

/** `content-seeds`: writes the seeds of a programme, each kind only when its hash is new (design decision 15). */
export interface ContentSeedsProperties {
  readonly Programme: string;
  /** Hash of the programme's seeds: a deploy with the same content does not run the function. */
  readonly SeedsHash: string;
  /** JSON list of the named contacts that the deployment gives it: name, role, email, side. Absent where nobody calls. */
  readonly Contacts?: string;
}
