/**
 * The wallboard with 60 agents and 2 000 calls an hour, pushed as in production and ten times as often: share of one core that its page takes over a minute.
 * `npx node bench/wallboard.ts`. Prints; nothing is asserted.
 */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { WebSocketRoute } from 'playwright-core';
import type { BoardAgent, LiveBoard } from '../contracts/live-board.ts';
import type { SessionAnswer } from '../contracts/session.ts';
import { webPages } from '../contracts/web-pages.ts';
import { boardSeconds } from '../domain/supervision/push-board.ts';
import { buildWeb } from '../lib/bundling/build-web.ts';
import { samps } from '../programmes/samps/programme.ts';
import { openChromium } from './open-chromium.ts';

const [agents, callsAnHour, promised, minute] = [60, 2_000, 0.1, 60_000];
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const opened = Date.parse('2025-07-03T20:30:00.000Z');
const session: SessionAnswer = {
  ...{ userName: 'superviseur', displayName: 'Camille Martin', signedInAt: '2025-07-03T20:00:00.000Z' },
  administrator: false,
  programmes: [{ name: 'samps', title: 'SAMPS – Province Sud', timeZone: 'Pacific/Noumea', roles: ['supervisor'] }],
};
const states: readonly BoardAgent['state'][] = [
  'free',
  'ringing',
  'talking',
  'talking',
  'holding',
  'after-call',
  'away',
];

/** The board as it stands after so many seconds of a busy morning: all its figures and a third of its agents have changed since the last. */
function boardAfter(seconds: number): LiveBoard {
  const calls = Math.round((callsAnHour * (3 * 3600 + seconds)) / 3600);
  const row = (code: string, label: string, received: number) => ({
    ...{ code, label, received, offered: received, answered: Math.round(received * 0.9) },
    ...{ abandoned: Math.round(received * 0.08), reachedByCallback: Math.round(received * 0.04) },
    ...{
      callbacksOpen: Math.round(received * 0.02),
      meanWait: 20 + (seconds % 7),
      longestWait: 180,
      meanHandling: 210,
    },
  });
  const schemes = (samps.schemes ?? []).map(({ code, label }, index) =>
    row(code, label, Math.round(calls / (index + 2))),
  );
  const moved = Math.floor(seconds / boardSeconds);
  return {
    ...{ programme: 'samps', title: 'SAMPS – Province Sud', timeZone: 'Pacific/Noumea', day: '2025-07-04' },
    at: new Date(opened + (3 * 3600 + seconds) * 1000).toISOString(),
    opening: { from: new Date(opened).toISOString(), to: '2025-07-04T05:30:00.000Z' },
    ...{ schemes, total: row('TOTAL', 'Total', calls), objective: 0.8 },
    halfHours: Array.from({ length: 18 }, (_, index) => {
      const offered = index < 7 ? 1000 + index : index === 7 ? seconds : 0;
      const from = `${String(7 + Math.floor((index + 1) / 2)).padStart(2, '0')}:${index % 2 === 0 ? '30' : '00'}`;
      return { from, offered, answered: Math.round(offered * 0.9), abandoned: Math.round(offered * 0.08) };
    }),
    rates: { answer: 0.94, unanswered: 0.06, live: 0.9 },
    pendingQuestions: 12 + (moved % 5),
    callbacks: { open: 40 + (moved % 9), dueNow: 3, reached: 80 + moved, notReached: 7 },
    now: { waiting: seconds % 11, agentsOnline: agents, agentsAvailable: 6, agentsOnContact: 40, agentsAfterCall: 14 },
    agents: Array.from({ length: agents }, (_, index) => {
      const turn = moved + index;
      const state = states[Math.floor(turn / 3) % states.length] ?? 'free';
      const since = new Date(opened + (3 * 3600 + seconds - (turn % 300)) * 1000).toISOString();
      return { agent: `agent.${index}`, status: state === 'away' ? 'Pause' : 'Available', state, since };
    }),
  };
}

const site = await buildWeb({ root: join(import.meta.dirname, '..') });
const browser = await openChromium();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  await context.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/api/session') return await route.fulfill({ json: session });
    if (pathname === '/api/samps/tableau') return await route.fulfill({ json: boardAfter(0) });
    const page = Object.values(webPages).find((one) => one.path === pathname);
    const file = join(site, page === undefined ? pathname : `${page.file}.html`);
    const isFile = existsSync(file) && extname(file) !== '';
    return await (isFile
      ? route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? 'application/octet-stream' })
      : route.fulfill({ status: 404, json: { error: 'Il n’y a rien ici.' } }));
  });
  const open = new Set<WebSocketRoute>();
  await context.routeWebSocket(/temps-reel/, (socket) => {
    open.add(socket);
    socket.onClose(() => void open.delete(socket));
  });
  const push = (text: string) => {
    for (const socket of open) socket.send(text);
  };
  const page = await context.newPage();
  await page.goto('http://tableau.test/supervision');
  await page.getByText('En ce moment').first().waitFor();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  let seconds = 0;
  for (const every of [boardSeconds, boardSeconds / 10]) {
    const timer = setInterval(() => {
      seconds += every;
      push(
        JSON.stringify({ programme: 'samps', topic: 'board', at: new Date().toISOString(), data: boardAfter(seconds) }),
      );
    }, every * 1000);
    await page.waitForTimeout(2 * boardSeconds * 1000);
    const before = await busy();
    await page.waitForTimeout(minute);
    const share = ((await busy()) - before) / (minute / 1000);
    clearInterval(timer);
    const shown = await page
      .getByText(/Instantané de/)
      .first()
      .textContent();
    const figures = `${(share * 100).toFixed(1)} % of a core, with the board of ${shown?.replace(/.* de /, '')}`;
    console.log(
      `pushed every ${every} s: ${figures}; share / ${promised * 100} % promised: ${(share / promised).toFixed(2)}`,
    );
  }
} finally {
  await browser.close();
}
