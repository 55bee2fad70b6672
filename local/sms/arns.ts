import type { CloudContext } from '../cloud.ts';

type Kind = 'configuration-set' | 'opt-out-list' | 'phone-number' | 'pool' | 'protect-configuration' | 'sender-id';

/** ARN of a resource of End User Messaging (service authorization reference). */
export function smsArn(cloud: CloudContext, kind: Kind, id: string): string {
  return `arn:${cloud.partition}:sms-voice:${cloud.region}:${cloud.account}:${kind}/${id}`;
}

/** What follows the kind in an ARN, or the text itself when it is none. */
export const nameOf = (idOrArn: string): string => idOrArn.replace(/^arn:[^/]+\//, '');
