import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import { grantSecret, keySecret } from '../constructs/key-secret.ts';

/** What turns people into pseudonyms and back (design decision 16): the secret that hashes numbers, the key that wraps each person's own key. */
export class Identity extends Construct {
  readonly #secret: Secret;
  readonly #dataKey: IKey;
  readonly #identityKey: Key;

  constructor(scope: Construct, id: string, props: { readonly dataKey: IKey }) {
    super(scope, id);
    this.#dataKey = props.dataKey;
    this.#identityKey = new Key(this, 'Key', {
      description: 'Wraps the data key of each person: without it nobody has a name or a number',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#secret = keySecret(this, 'Pseudonym', {
      description: 'Key of the hash that stands for a telephone number',
      dataKey: props.dataKey,
      keptBecause:
        'Another key would give every number another pseudonym and cut all open callbacks from their callers.',
    });
  }

  /** Computing the pseudonym of a number. */
  grantPseudonyms(handler: HandlerFunction): void {
    grantSecret(handler, env.pseudonymSecret, this.#secret, this.#dataKey);
  }

  /** Writing down a new person, reading the number of a known one, or both. */
  grantPeople(handler: HandlerFunction, use: { readonly register?: boolean; readonly read?: boolean }): void {
    handler.setEnvironment(env.identityKey, this.#identityKey.keyArn);
    const actions = [
      ...(use.register === true ? ['kms:GenerateDataKey'] : []),
      ...(use.read === true ? ['kms:Decrypt'] : []),
    ];
    handler.allow(actions, [this.#identityKey.keyArn]);
  }
}
