import { roles } from '../../contracts/routes.ts';
import type { SessionAnswer } from '../../contracts/session.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { ApiUser } from './http.ts';
import { pagesOf } from './pages-of.ts';

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
      .map((programme) => {
        const { name, title, calendar } = programme;
        const held = roles.filter((role) => groups.includes(`${name}:${role}`));
        const common = { name, title, timeZone: calendar.timeZone, roles: held, pages: pagesOf(programme, held) };
        return hasCampaigns(programme) ? { ...common, campaigns: true as const } : common;
      })
      .filter((one) => one.roles.length > 0),
  };
}

/** People who are handed over one by one, as they are due, are no campaign that anybody starts. */
function hasCampaigns({ outbound }: Programme): boolean {
  return (outbound?.campaignTypes ?? []).some(({ fed }) => fed !== true);
}
