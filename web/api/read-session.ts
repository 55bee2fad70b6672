import { roles } from '../../contracts/routes.ts';
import type { Role, SessionAnswer, SessionPage, SessionProgramme } from '../../contracts/session.ts';
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
  const { name, title, timeZone, roles: held, campaigns, pages = [] } = members(value);
  if (
    typeof name !== 'string' ||
    typeof title !== 'string' ||
    typeof timeZone !== 'string' ||
    !Array.isArray(held) ||
    !Array.isArray(pages)
  ) {
    throw new TypeError(`GET /api/session answered a programme ${JSON.stringify(value)}`);
  }
  const common = { name, title, timeZone, roles: held.filter(isRole), pages: pages.map(parsePage) };
  return campaigns === true ? { ...common, campaigns } : common;
}

function parsePage(value: unknown): SessionPage {
  const { path, label, about } = members(value);
  if (typeof path !== 'string' || typeof label !== 'string' || typeof about !== 'string') {
    throw new TypeError(`GET /api/session answered a page ${JSON.stringify(value)}`);
  }
  return { path, label, about };
}

function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
