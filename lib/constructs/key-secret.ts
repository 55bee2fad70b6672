import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { explain } from './explain.ts';
import type { HandlerFunction } from './handler-function.ts';

export interface KeySecretProps {
  readonly description: string;
  readonly dataKey: IKey;
  /** Why it is not rotated. */
  readonly keptBecause: string;
}

/** A secret that is the key of a hash: made once, kept for good. */
export function keySecret(scope: Construct, id: string, { description, dataKey, keptBecause }: KeySecretProps): Secret {
  const secret = new Secret(scope, id, {
    description,
    // The account's own grant on the key is enough: on a key made here the CDK would add a second.
    encryptionKey: Key.fromKeyArn(scope, 'SecretKey', dataKey.keyArn),
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  explain(secret, 'AwsSolutions-SMG4', keptBecause);
  return secret;
}

/** Reading it, under the name of this variable. */
export function grantSecret(handler: HandlerFunction, variable: string, secret: Secret, dataKey: IKey): void {
  handler.setEnvironment(variable, secret.secretArn);
  handler.allow(['secretsmanager:GetSecretValue'], [secret.secretArn]);
  handler.allow(['kms:Decrypt'], [dataKey.keyArn]);
}
