import { CfnPhoneNumber } from 'aws-cdk-lib/aws-connect';
import { CustomResource, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { NumberAssociationProperties } from '../../contracts/custom-resources.ts';
import type { PhoneNumberSource } from '../config/deployment.ts';
import type { CustomAction } from '../constructs/custom-action.ts';

export interface PhoneNumberProps {
  readonly instanceArn: string;
  readonly instanceId: string;
  readonly number: PhoneNumberSource;
}

/** A number that callers dial, claimed here, already there, or only declared. */
export class PhoneNumber extends Construct {
  /** E.164; known at deployment only when the number is claimed. */
  readonly e164: string;
  /** Absent for a declared number, which is not ours to lead. */
  readonly arn: string | undefined;
  readonly #props: PhoneNumberProps;

  constructor(scope: Construct, id: string, props: PhoneNumberProps) {
    super(scope, id);
    this.#props = props;
    const { number } = props;
    if (number.source === 'claim') {
      const claimed = new CfnPhoneNumber(this, 'Number', {
        targetArn: props.instanceArn,
        countryCode: number.country,
        type: number.type,
        ...(number.prefix === undefined ? {} : { prefix: number.prefix }),
        description: `Callers of ${number.programme}`,
      });
      // A released number is lost to its callers, and AWS stops an account that claims and releases (Amazon Connect documentation).
      claimed.applyRemovalPolicy(RemovalPolicy.RETAIN);
      this.e164 = claimed.attrAddress;
      this.arn = claimed.attrPhoneNumberArn;
    } else {
      this.e164 = number.e164;
      this.arn = number.source === 'existing' ? number.arn : undefined;
    }
  }

  /** Makes calls to the number start the flow. CloudFormation has no property for it. */
  leadTo(flowArn: string, action: CustomAction): void {
    if (this.arn === undefined) {
      return;
    }
    const properties: NumberAssociationProperties = {
      InstanceId: this.#props.instanceId,
      PhoneNumberId: this.arn,
      ContactFlowId: flowArn,
    };
    new CustomResource(this, 'Flow', {
      resourceType: 'Custom::NumberAssociation',
      serviceToken: action.serviceToken,
      properties: { ...properties },
    });
  }
}
