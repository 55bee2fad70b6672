import { roles } from '../../contracts/routes.ts';
import type { Role, SessionAnswer, SessionProgramme } from '../../contracts/session.ts';
import { callApi } from './api-client.ts';

/** Who is signed in. Throws ApiError, and TypeError when the answer is not one. */
export async function readSession(signal?: AbortSignal): Promise<SessionAnswer> {
  return parseSession(await callApi('GET', '/api/session', undefined, signal === undefined ? {} : { signal }));
}

export function parseSession(answer: unknown): SessionAnswer {
  const { userName, displayName, signedInAt, administrator, programmes } = members(answer);
  if (
    typeof userName !== 'string' ||
    typeof displayName !== 'string' ||
    typeof signedInAt !== 'string' ||
    typeof administrator !== 'boolean' ||
    !Array.isArray(programmes)
  ) {
    throw new TypeError(`GET /api/session answered ${JSON.stringify(answer)}`);
  }
  return { userName, displayName, signedInAt, administrator, programmes: programmes.map(parseProgramme) };
}

function parseProgramme(value: unknown): SessionProgramme {
  const { name, title, timeZone, roles: held } = members(value);
  if (typeof name !== 'string' || typeof title !== 'string' || typeof timeZone !== 'string' || !Array.isArray(held)) {
    throw new TypeError(`GET /api/session answered a programme ${JSON.stringify(value)}`);
  }
  return { name, title, timeZone, roles: held.filter(isRole) };
}

function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
