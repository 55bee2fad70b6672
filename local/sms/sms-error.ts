import type { JsonObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';

type Code =
  | 'AccessDeniedException'
  | 'ConflictException'
  | 'InternalServerException'
  | 'ResourceNotFoundException'
  | 'ServiceQuotaExceededException'
  | 'ThrottlingException'
  | 'ValidationException';

/** A refusal of End User Messaging: beside its message, the members its model gives it, e.g. `Reason`. */
export class SmsError extends ServiceError {
  readonly members: JsonObject;

  constructor(code: Code, message: string, members: JsonObject = {}) {
    super(code, message, code === 'InternalServerException' ? 500 : 400);
    this.members = members;
  }
}

/** A member that is wrong: its name, its value, what is accepted. */
export function invalid(name: string, value: unknown, accepted: string, reason = 'INVALID_PARAMETER'): SmsError {
  const said = `${name} is ${JSON.stringify(value ?? null)}; accepted: ${accepted}`;
  return new SmsError('ValidationException', said, { Reason: reason, Fields: [{ Name: name, Message: said }] });
}

export function notFound(type: string, id: string, known: readonly string[]): SmsError {
  const said = `no ${type} ${id}; there are ${known.join(', ') || 'none'}`;
  return new SmsError('ResourceNotFoundException', said, { ResourceType: type, ResourceId: id });
}
