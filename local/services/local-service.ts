import type { CloudContext, StandInCall } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import type { AccessRequest } from '../principal.ts';
import type { Protocol } from './protocol.ts';

export interface ServiceOperation {
  /** What IAM must allow. Throws ServiceError for a resource that does not exist. */
  permissions(input: JsonObject, cloud: CloudContext): readonly Omit<AccessRequest, 'principal'>[];
  /** Reads only; what it makes derives from `call.lane`. Absent: the service's owner registered its stand-in. */
  perform?(call: StandInCall, cloud: CloudContext): Json;
}

/** An AWS service answered by the local cloud. */
export interface LocalService {
  /** Signing name, as in IAM actions and credential scopes: `kms`, `ssm`, `secretsmanager`, `sns`, `lambda`. */
  readonly name: string;
  /** As in `AWS_ENDPOINT_URL_<…>`. */
  readonly endpointName: string;
  readonly protocol: Protocol;
  /** By API name; any other is refused by name. */
  readonly operations: Readonly<Record<string, ServiceOperation>>;
}
