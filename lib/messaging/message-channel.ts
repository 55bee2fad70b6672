import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  CfnConfigurationSet,
  CfnOptOutList,
  CfnPool,
  CfnProtectConfiguration,
  CfnSenderId,
} from 'aws-cdk-lib/aws-smsvoice';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import { messageFaults } from '../../domain/message/check-messages.ts';
import { tellingEvents } from '../../domain/message/parse-receipt.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { House } from '../house.ts';

/** What a phone that writes STOP or AIDE to a sender is answered. Nobody can write to one that is letters only: AWS wants the words all the same. */
const keywords = {
  stop: { message: 'Vous ne recevrez plus de messages.' },
  help: { message: 'Pour ne plus recevoir de messages, ouvrez le lien de l’un d’eux.' },
};

/**
 * How messages leave and what is heard of them: a pool of senders for each programme, of one name a country; the list of those who said STOP to the
 * provider; no country but those of the senders; and the topic on which the provider says what became of each message. A sender may have to be approved by
 * hand before anything leaves (docs/runbook.md, messages-halted).
 */
export class MessageChannel extends Construct {
  readonly topic: Topic;
  readonly #configurationSet: CfnConfigurationSet;
  readonly #pools: Readonly<Record<string, CfnPool>>;

  constructor(scope: Construct, id: string, props: { readonly house: House; readonly key: IKey }) {
    super(scope, id);
    const { house, key } = props;
    const writing = house.programmes.map(({ programme }) => programme).filter(({ messages }) => messages !== undefined);
    for (const programme of writing) {
      requireSoundMessages(programme);
    }
    this.topic = new Topic(this, 'Receipts', { masterKey: key, enforceSSL: true });
    const { account, partition, region } = Stack.of(this);
    const configurationSetName = house.name('messages');
    const ofAccount = { 'aws:SourceAccount': account };
    const source = `arn:${partition}:sms-voice:${region}:${account}:configuration-set/${configurationSetName}`;
    this.topic.grantPublish(
      new ServicePrincipal('sms-voice.amazonaws.com', {
        conditions: { StringEquals: ofAccount, ArnEquals: { 'aws:SourceArn': source } },
      }),
    );
    key.grant(
      new ServicePrincipal('sms-voice.amazonaws.com', { conditions: { StringEquals: ofAccount } }),
      'kms:GenerateDataKey*',
      'kms:Decrypt',
    );

    const countries = [...new Set(writing.flatMap(({ messages }) => messages?.messageRules.senders ?? []))].map(
      ({ country }) => country,
    );
    const protect = new CfnProtectConfiguration(this, 'Protect', {
      deletionProtectionEnabled: true,
      countryRuleSet: {
        sms: [...new Set(countries)].map((countryCode) => ({ countryCode, protectStatus: 'ALLOW' })),
      },
    });
    this.#configurationSet = new CfnConfigurationSet(this, 'Configuration', {
      configurationSetName,
      protectConfigurationId: protect.attrProtectConfigurationId,
      eventDestinations: [
        {
          eventDestinationName: 'receipts',
          enabled: true,
          // Only what is final: what is on its way tells nothing, and costs a run.
          matchingEventTypes: [...tellingEvents],
          snsDestination: { topicArn: this.topic.topicArn },
        },
      ],
    });
    // The provider tries the topic when it is told of it.
    this.#configurationSet.node.addDependency(this.topic);
    const optOuts = new CfnOptOutList(this, 'OptOuts', { optOutListName: house.name('stop') });
    this.#pools = Object.fromEntries(writing.map((programme) => [programme.name, this.#pool(programme, optOuts)]));
  }

  /** Sending as any of the pools, and nothing else. */
  grantSend(handler: HandlerFunction): void {
    const arns = Object.fromEntries(Object.entries(this.#pools).map(([name, { attrArn }]) => [name, attrArn]));
    handler.setEnvironment(env.messagePools, Stack.of(this).toJsonString(arns));
    handler.setEnvironment(env.configurationSet, this.#configurationSet.ref);
    handler.allow(['sms-voice:SendTextMessage'], Object.values(arns));
  }

  #pool({ name, messages }: Programme, optOuts: CfnOptOutList): CfnPool {
    const senders = (messages?.messageRules.senders ?? []).map(({ country, id, type }) => {
      if (type !== 'sender-id') {
        throw new Error(
          `Programme "${name}" writes to ${country} from the number "${id}", which no template can buy; accepted: a sender of letters and digits`,
        );
      }
      return new CfnSenderId(this, `Sender-${name}-${country}`, {
        isoCountryCode: country,
        senderId: id,
        deletionProtectionEnabled: true,
      });
    });
    return new CfnPool(this, `Pool-${name}`, {
      originationIdentities: senders.map(({ attrArn }) => attrArn),
      mandatoryKeywords: keywords,
      optOutListName: optOuts.ref,
      // Without it a message to a country of no sender of ours would leave under the name of nobody.
      sharedRoutesEnabled: false,
      deletionProtectionEnabled: true,
    });
  }
}

/** A text that cannot be sent is not deployed (ARS-02, COMMON-34). */
function requireSoundMessages({ name, messages, survey, alerts, appointments }: Programme): void {
  const faults = messages === undefined ? [] : messageFaults(messages);
  if (faults.length > 0) {
    throw new Error(`Messages of programme "${name}" are refused (${faults.length}):\n  ${faults.join('\n  ')}`);
  }
  if (survey === undefined && alerts === undefined && appointments === undefined) {
    throw new Error(
      `Programme "${name}" writes to people and has no pages behind their links; accepted: a survey, alerts or appointments, which also stop messages`,
    );
  }
}
