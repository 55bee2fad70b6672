import { reminderTemplates } from '../alert-date/reminder-texts.ts';
import type { Content } from '../content/content.ts';
import type { OwnTexts } from '../message/message-ports.ts';
import type { StructureAlerts } from './alert-ports.ts';
import { alertTemplate } from './alert-text.ts';

/** Texts of alerts and of reminders by the codes that their messages name, read as they leave: an alert that is no more says nothing. */
export function alertTexts(
  content: Content,
  structureOf: (structure: string) => Promise<Pick<StructureAlerts, 'structureName' | 'alerts'> | undefined>,
  now: () => string,
): OwnTexts {
  return async (programme, codes) => {
    const nameOf = async (structure: string) => (await structureOf(structure))?.structureName;
    const reminders = await reminderTemplates(content, nameOf, now())(programme, codes);
    const others = codes.filter((code) => !reminders.some((template) => template.code === code));
    const alerts = await Promise.all(
      others.map(async (code) => {
        const [structure = '', alertId] = code.split('.');
        const own = alertId === undefined ? undefined : await structureOf(structure);
        const alert = alertId === undefined ? undefined : await own?.alerts.read(alertId);
        return own === undefined || alert === undefined ? [] : [alertTemplate(code, alert.text, own.structureName)];
      }),
    );
    return [...reminders, ...alerts.flat()];
  };
}
