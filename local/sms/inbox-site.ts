import type { ServerResponse } from 'node:http';
import type { MountedHandler } from '../http/public-site.ts';
import { phonePage, phonesPage } from './inbox-page.ts';
import type { SmsStandIn } from './stand-in.ts';

const mostPhones = 200;
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'";

/** Shows what simulated phones received, at `/_local/messages` and `/_local/messages/{number}`. */
export function inboxSite(sms: SmsStandIn): MountedHandler {
  return (request, response, path) => {
    if (path === '') {
      const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
      send(response, 200, phones(sms, query.get('q') ?? ''));
      return;
    }
    const number = `+${/^\/(?:%2B|\+)(\d{1,19})$/i.exec(path)?.[1] ?? ''}`;
    const messages = sms.inbox(number);
    send(response, messages.length === 0 ? 404 : 200, phonePage(number, messages));
  };
}

function phones(sms: SmsStandIn, asked: string): string {
  const wanted = asked.replace(/[^0-9+]/g, '').replace(/^0/, '');
  const lines = sms
    .numbers()
    .filter((number) => number.includes(wanted))
    .flatMap((number) => {
      const inbox = sms.inbox(number);
      const last = inbox.at(-1);
      return last === undefined ? [] : [{ number, messages: inbox.length, last }];
    })
    .sort((a, b) => b.last.at - a.last.at);
  return phonesPage(lines.slice(0, mostPhones), asked, Math.max(0, lines.length - mostPhones));
}

function send(response: ServerResponse, status: number, html: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    .end(html);
}
