import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { explain } from '../constructs/explain.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';

/** What tokens of personal links derive from, and what seals the sessions of those who open them (COMMON-59). */
export class LinkSecret extends Construct {
  readonly #secret: Secret;
  readonly #dataKey: IKey;

  constructor(scope: Construct, id: string, props: { readonly dataKey: IKey }) {
    super(scope, id);
    this.#dataKey = props.dataKey;
    this.#secret = new Secret(this, 'Secret', {
      description: 'Key of the tokens of personal links',
      // The account's own grant on the key is enough: on a key made here the CDK would add a second.
      encryptionKey: Key.fromKeyArn(this, 'SecretKey', props.dataKey.keyArn),
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    explain(
      this.#secret,
      'AwsSolutions-SMG4',
      'Another key would open none of the links that people have received: it is changed by hand, when a token was disclosed.',
    );
  }

  grantTokens(handler: HandlerFunction): void {
    handler.setEnvironment(env.linkSecret, this.#secret.secretArn);
    handler.allow(['secretsmanager:GetSecretValue'], [this.#secret.secretArn]);
    handler.allow(['kms:Decrypt'], [this.#dataKey.keyArn]);
  }
}
