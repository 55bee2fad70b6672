import type { Programme } from '../../domain/programme/programme.ts';
import { alerts } from './alerts.ts';
import { calendar } from './calendar.ts';
import { messages } from './messages.ts';

/** SMS alerts of the connected social centres of Lille, tender of 2019: a web application and messages, without a contact centre. */
export const alertes: Programme = {
  name: 'alertes',
  title: 'Alertes SMS – Centres sociaux connectés',
  defaultCountry: 'FR',
  calendar,
  messages,
  alerts,
};
