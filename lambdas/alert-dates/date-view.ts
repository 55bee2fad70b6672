import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { AdministrativeDate } from '../../domain/alert-date/administrative-date.ts';
import { reminderRules } from '../../domain/alert-date/change-date.ts';
import type { DateFaults, TypedDate } from '../../domain/alert-date/date-form.ts';
import { reminderFields, reminderTemplate } from '../../domain/alert-date/reminder-texts.ts';
import { nextReminder } from '../../domain/alert-date/reminders.ts';
import type { Member } from '../../domain/member/member.ts';
import { fillTemplate } from '../../domain/message/fill-template.ts';
import type { AdministrativeDateKind } from '../../domain/programme/alert-content.ts';
import { shortDay } from '../../domain/report/french.ts';
import { alertNotice } from '../../pages/alertes/alert-notices.ts';
import type { DateFormView } from '../../pages/alertes/date-form.ts';
import { datePage } from '../../pages/alertes/date-page.ts';
import type { AlertPage } from '../../pages/alertes/frame.ts';
import type { DateRequest } from './date-request.ts';

const empty: TypedDate = {
  ...{ kind: '', day: '', time: '', recurrence: '', remindersBefore: '', referentName: '', referentPhone: '' },
};

/** The form of a new date of a member. */
export function formOf(
  { operation, at }: Pick<DateRequest, 'operation' | 'at'>,
  memberId: string,
  kinds: readonly AdministrativeDateKind[],
  typed: TypedDate = empty,
  faults: DateFaults = {},
): DateFormView {
  const action = alertRoutes.memberDateCreation.path;
  return { action, operation: operation(at), memberId, version: 0, kinds, typed, faults, button: 'Noter la date' };
}

/** One date as it is kept, with what its next reminder will say. */
export async function dateView(
  { event, visitor, ports, at, operation }: DateRequest,
  date: AdministrativeDate,
  member: Member,
  typed: TypedDate = typedOf(date),
  faults: DateFaults = {},
): Promise<AlertPage> {
  const [{ dateKinds: kinds }, rules] = await Promise.all([
    ports.content.inForce(ports.programme, 'alerts', at),
    reminderRules(ports, at),
  ]);
  const reminder = nextReminder(date, at, rules);
  const text = kinds.find(({ code }) => code === date.kind)?.text;
  return datePage({
    visitor: visitor.page,
    ...alertNotice(event.queryStringParameters?.['fait']),
    ...{ member, dateId: date.dateId, timeZone: rules.timeZone },
    form: {
      action: `${alertRoutes.memberDates.path}/${date.dateId}/modifier`,
      ...{ operation: operation(at), memberId: date.memberId, version: date.version, kinds, typed, faults },
      button: 'Enregistrer',
    },
    ...(reminder === undefined || text === undefined
      ? {}
      : { next: { at: reminder.at, text: filled(date, member, reminder.day, text, visitor.structureName) } }),
  });
}

function filled(date: AdministrativeDate, member: Member, day: string, text: string, structureName: string): string {
  const template = reminderTemplate('rappel', text, structureName, date.referent !== undefined);
  return fillTemplate(template, reminderFields(date, day, '').fields, member, '(lien personnel)');
}

export function typedFrom(form: URLSearchParams): TypedDate {
  const text = (name: keyof TypedDate) => (form.get(name) ?? '').slice(0, 200);
  return {
    kind: text('kind'),
    day: text('day'),
    time: text('time'),
    recurrence: text('recurrence'),
    remindersBefore: text('remindersBefore'),
    referentName: text('referentName'),
    referentPhone: text('referentPhone'),
  };
}

function typedOf({ kind, day, time, recurrence, remindersBefore, referent }: AdministrativeDate): TypedDate {
  return {
    ...{ kind, day: shortDay(day), time: time ?? '', recurrence },
    remindersBefore: remindersBefore.join(', '),
    referentName: referent?.name ?? '',
    referentPhone: referent?.phone ?? '',
  };
}
