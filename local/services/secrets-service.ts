import type { CloudContext, StoredSecret } from '../cloud.ts';
import { deriveUuid } from '../kernel/random.ts';
import { ServiceError } from '../service-error.ts';
import { requiredText } from './input-members.ts';
import { jsonProtocol } from './json-protocol.ts';
import type { LocalService } from './local-service.ts';

/** Secrets Manager, read only: the templates make the secrets, which have one version. */
export const secretsService: LocalService = {
  name: 'secretsmanager',
  endpointName: 'SECRETS_MANAGER',
  protocol: jsonProtocol,
  operations: {
    GetSecretValue: {
      permissions: (input, cloud) => {
        const stage = typeof input['VersionStage'] === 'string' ? input['VersionStage'] : 'AWSCURRENT';
        const resource = secret(cloud, requiredText(input, 'SecretId')).arn;
        return [
          { action: 'secretsmanager:GetSecretValue', resource, conditions: { 'secretsmanager:VersionStage': stage } },
        ];
      },
      perform: ({ input }, cloud) => {
        const { arn, name, secretString } = secret(cloud, requiredText(input, 'SecretId'));
        const VersionId = deriveUuid('secret version', arn);
        const { VersionId: askedId = VersionId, VersionStage: askedStage = 'AWSCURRENT' } = input;
        if (askedId !== VersionId || askedStage !== 'AWSCURRENT') {
          const asked = JSON.stringify({ VersionId: askedId, VersionStage: askedStage });
          throw new ServiceError(
            'ResourceNotFoundException',
            `${name} has one version, ${VersionId} (AWSCURRENT); asked ${asked}`,
          );
        }
        return { ARN: arn, Name: name, SecretString: secretString, VersionId, VersionStages: ['AWSCURRENT'] };
      },
    },
  },
};

function secret(cloud: CloudContext, nameOrArn: string): StoredSecret {
  const found = cloud.secrets.get(nameOrArn) ?? [...cloud.secrets.values()].find((each) => each.name === nameOrArn);
  if (found !== undefined) return found;
  const known = [...cloud.secrets.values()].map((each) => each.name).join(', ') || 'none';
  throw new ServiceError(
    'ResourceNotFoundException',
    `Secrets Manager can't find the secret ${nameOrArn}; there are ${known}`,
  );
}
