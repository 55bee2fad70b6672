import type { AlertDates } from '../alert-date/alert-dates.ts';
import { nextDay } from '../alert-date/occurrences.ts';
import { localDay } from '../calendar/local-time.ts';
import type { Content } from '../content/content.ts';
import type { LinkTokens } from '../link/links.ts';
import type { MemberFileSection } from '../member/member-file.ts';
import { shortDay } from '../report/french.ts';
import type { Erasable } from '../retention/keeper.ts';
import type { StructureScope } from '../structure/structure-scope.ts';
import { stopLink } from './stop-links.ts';

export interface AlertsOfMemberPorts {
  readonly dates: Pick<AlertDates, 'ofMember' | 'removeOf'>;
  readonly tokens: LinkTokens;
  readonly links: Erasable<string>;
  readonly content: Content;
  readonly now: () => string;
}

/**
 * What sendings keep of a member besides their sheet (COMMON-14, COMMON-15): their dates, and the link by which they stop. Messages that wait to leave fall
 * by themselves, since nobody is known by their id; what was sent says the id alone.
 */
export function alertsOfMember(
  { programme, structure }: StructureScope,
  { dates, tokens, links, content, now }: AlertsOfMemberPorts,
) {
  return {
    async forget(memberId: string): Promise<void> {
      await dates.removeOf(memberId);
      const token = await tokens.tokenOf(stopLink(programme, structure, memberId));
      await links.erase(programme, [tokens.keyOf(token)]);
    },

    async tell({ memberId }: { readonly memberId: string }): Promise<readonly MemberFileSection[]> {
      const at = now();
      const [kept, { dateKinds }, { timeZone }] = await Promise.all([
        dates.ofMember(memberId),
        content.inForce(programme, 'alerts', at),
        content.inForce(programme, 'calendar', at),
      ]);
      const today = localDay(timeZone, at);
      return [
        {
          title: 'Dates et rappels',
          columns: ['Démarche', 'Prochain jour', 'Heure', 'Rappels (jours avant)', 'Personne à appeler'],
          rows: kept.map((date) => [
            dateKinds.find(({ code }) => code === date.kind)?.label ?? date.kind,
            shortDay(nextDay(date, today) ?? date.day),
            date.time ?? '',
            date.remindersBefore.join(', '),
            [date.referent?.name, date.referent?.phone].filter((part) => part !== undefined).join(' '),
          ]),
          empty: 'Aucune date notée.',
        },
      ];
    },
  };
}
