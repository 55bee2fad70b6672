import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import type { Content } from '../content/content.ts';
import type { EntryScope } from './message-entries.ts';
import type { MessageRules } from './message-rules.ts';
import type { MessageTemplate } from './message-template.ts';

/** All that decides about the messages of a programme at one instant. */
export interface MessageScope extends EntryScope {
  readonly at: string;
  readonly rules: MessageRules;
  readonly calendar: ProgrammeCalendar;
  readonly templates: readonly MessageTemplate[];
}

export async function messageScope(programme: string, at: string, content: Content): Promise<MessageScope> {
  const [templates, rules, calendar] = await Promise.all([
    content.inForce(programme, 'messageTemplates', at),
    content.inForce(programme, 'messageRules', at),
    content.inForce(programme, 'calendar', at),
  ]);
  return { programme, at, rules, calendar, timeZone: calendar.timeZone, templates };
}
