import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import { grantSecret, keySecret } from '../constructs/key-secret.ts';

/** What tokens of personal links derive from, and what seals the sessions of those who open them (COMMON-59). */
export class LinkSecret extends Construct {
  readonly #secret: Secret;
  readonly #dataKey: IKey;

  constructor(scope: Construct, id: string, props: { readonly dataKey: IKey }) {
    super(scope, id);
    this.#dataKey = props.dataKey;
    this.#secret = keySecret(this, 'Secret', {
      description: 'Key of the tokens of personal links',
      dataKey: props.dataKey,
      keptBecause:
        'Another key would open none of the links that people have received: it is changed by hand, when a token was disclosed.',
    });
  }

  grantTokens(handler: HandlerFunction): void {
    grantSecret(handler, env.linkSecret, this.#secret, this.#dataKey);
  }
}
