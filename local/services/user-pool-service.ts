import type { CloudContext } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import { requiredText } from './input-members.ts';
import { jsonProtocol } from './json-protocol.ts';
import type { LocalService } from './local-service.ts';

const onPool = (action: string) => ({
  permissions: (input: JsonObject, { partition, region, account }: CloudContext) => [
    {
      action: `cognito-idp:${action}`,
      resource: `arn:${partition}:cognito-idp:${region}:${account}:userpool/${requiredText(input, 'UserPoolId')}`,
    },
  ],
});

/** Cognito user pools: users made and switched by an administrator. */
export const userPoolService: LocalService = {
  name: 'cognito-idp',
  endpointName: 'COGNITO_IDENTITY_PROVIDER',
  protocol: jsonProtocol,
  operations: {
    AdminCreateUser: onPool('AdminCreateUser'),
    AdminDisableUser: onPool('AdminDisableUser'),
    AdminEnableUser: onPool('AdminEnableUser'),
  },
};
