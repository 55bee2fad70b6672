import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phonePage, phonesPage } from '../../../local/sms/inbox-page.ts';
import { openBrowser } from '../../e2e/open-browser.ts';

const message = {
  at: Date.parse('2021-02-22T09:00:00Z'),
  messageId: 'm',
  from: 'SUIVI',
  to: '+33698760001',
  body: 'Bonjour <b>, répondez ici : https://suivi.example/s/abc. STOP : https://suivi.example/s/abc/stop',
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

describe('COMMON-59: the page of simulated phones', () => {
  it.each([
    ['phones', phonesPage([{ number: message.to, messages: 1, last: message }], '06 98', 3)],
    ['no phone', phonesPage([], '', 0)],
    ['one phone', phonePage(message.to, [message])],
  ])('has nothing for axe to say: %s', async (_, html) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.setContent(html);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await context.close();
  });

  it('makes links of addresses, and of nothing else', () => {
    const html = phonePage(message.to, [message]);
    expect(html).toContain('<a href="https://suivi.example/s/abc">https://suivi.example/s/abc</a>. STOP');
    expect(html).toContain('<a href="https://suivi.example/s/abc/stop">');
    expect(html).toContain('Bonjour &lt;b&gt;');
  });
});
