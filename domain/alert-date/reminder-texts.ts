import { alertTemplate } from '../alert/alert-text.ts';
import type { Content } from '../content/content.ts';
import type { MessageOrder } from '../message/message-order.ts';
import type { OwnTexts } from '../message/message-ports.ts';
import type { MessageField, MessageTemplate } from '../message/message-template.ts';
import type { AdministrativeDate } from './administrative-date.ts';
import { sayDay } from './reminders.ts';

/** Code of the text of a kind of date in a structure: `rappel.<structure>.<kind>`, and `.referent` where the reminder says whom to ask. */
const prefix = 'rappel';
export const longestReferent = 60;

/** What of an order follows from the date it reminds of (ALERTES-26, ALERTES-29). */
export function reminderFields(
  { kind, time, referent }: Pick<AdministrativeDate, 'kind' | 'time' | 'referent'>,
  day: string,
  structure: string,
): Pick<MessageOrder, 'template' | 'fields'> {
  return {
    template: [prefix, structure, kind, ...(referent === undefined ? [] : ['referent'])].join('.'),
    fields: {
      date_rdv: sayDay(day, time),
      ...(referent === undefined ? {} : { referent: sayReferent(referent) }),
    },
  };
}

/** « Mme Petit 03 20 00 00 00 ». */
export function sayReferent({ name, phone }: NonNullable<AdministrativeDate['referent']>): string {
  return [name, phone]
    .filter((part) => part !== undefined)
    .join(' ')
    .slice(0, longestReferent);
}

/** Texts of reminders by the codes that their messages name; those of another kind of code are somebody else's. */
export function reminderTemplates(
  content: Content,
  nameOf: (structure: string) => Promise<string | undefined>,
  at: string,
): OwnTexts {
  return async (programme, codes) => {
    const own = codes.filter((code) => code.startsWith(`${prefix}.`));
    if (own.length === 0) {
      return [];
    }
    const { dateKinds } = await content.inForce(programme, 'alerts', at);
    const found = await Promise.all(
      own.map(async (code) => {
        const [, structure = '', kind, referent] = code.split('.');
        const text = dateKinds.find((one) => one.code === kind)?.text;
        const name = text === undefined ? undefined : await nameOf(structure);
        return text === undefined || name === undefined
          ? []
          : [reminderTemplate(code, text, name, referent !== undefined)];
      }),
    );
    return found.flat();
  };
}

/** The text of a kind as a structure sends it. */
export function reminderTemplate(
  code: string,
  text: string,
  structureName: string,
  hasReferent: boolean,
): MessageTemplate {
  const whole = hasReferent ? `${text}\nContact : {referent}` : text;
  const template = alertTemplate(code, whole, structureName, 'reminder');
  const referent: MessageField = { name: 'referent', type: 'text', max: longestReferent };
  return hasReferent ? { ...template, fields: [...template.fields, referent] } : template;
}
