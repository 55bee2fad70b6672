export { inboxSite } from './inbox-site.ts';
export { createSmsPart, type SmsPart } from './sms-part.ts';
export type { SmsStandIn } from './stand-in.ts';
