/**
 * KMS actions that AWS makes in the caller's name when the resource is encrypted by a customer key (each service's "encryption
 * at rest" page; for DynamoDB the decryption of the table key, once per caller and five minutes).
 */
const impliedActions: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^dynamodb:(Get|Put|Update|Delete|Batch|Query|Scan|ConditionCheck|PartiQL)/, ['kms:Decrypt']],
  [/^s3:GetObject/, ['kms:Decrypt']],
  [/^s3:PutObject$/, ['kms:GenerateDataKey']],
  [/^sns:Publish/, ['kms:GenerateDataKey', 'kms:Decrypt']],
  [/^sqs:SendMessage/, ['kms:GenerateDataKey', 'kms:Decrypt']],
  [/^sqs:ReceiveMessage/, ['kms:Decrypt']],
  [/^kinesis:PutRecord/, ['kms:GenerateDataKey']],
  [/^kinesis:(GetRecords|SubscribeToShard)/, ['kms:Decrypt']],
  [/^secretsmanager:GetSecretValue$/, ['kms:Decrypt']],
  [/^secretsmanager:PutSecretValue$/, ['kms:GenerateDataKey', 'kms:Decrypt']],
  [/^ssm:GetParameter/, ['kms:Decrypt']],
];

/** KMS actions the caller of `action` also needs on the key of an encrypted resource. */
export function impliedKeyActions(action: string): readonly string[] {
  return impliedActions.find(([pattern]) => pattern.test(action))?.[1] ?? [];
}
