import { roles } from '../../contracts/routes.ts';
import type { SessionAnswer } from '../../contracts/session.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { ApiUser } from './http.ts';

/** What the pages are told of a user: the programmes of this deployment in which they have a role, and no other. */
export function sessionOf(
  { userName, displayName, groups }: ApiUser,
  programmes: Readonly<Record<string, Programme>>,
  signedInAt: string,
): SessionAnswer {
  return {
    userName,
    displayName,
    signedInAt,
    administrator: groups.includes('administrator'),
    programmes: Object.values(programmes)
      .map(({ name, title, calendar }) => ({
        name,
        title,
        timeZone: calendar.timeZone,
        roles: roles.filter((role) => groups.includes(`${name}:${role}`)),
      }))
      .filter((one) => one.roles.length > 0),
  };
}
