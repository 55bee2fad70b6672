import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LiveMessage } from '../../contracts/live.ts';
import { LiveLine, type LiveState, parseLiveMessage } from '../../web/shell/live-line.ts';

class FakeSocket extends EventTarget {
  static readonly opened: FakeSocket[] = [];
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakeSocket.opened.push(this);
  }
  say(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  close(): void {
    this.dispatchEvent(new Event('close'));
  }
}

const at = '2025-07-04T01:00:00.000Z';
const message: LiveMessage = { programme: 'samps', topic: 'board', at };

describe('COMMON-44: the line of a live page', () => {
  afterEach(() => {
    FakeSocket.opened.length = 0;
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is one for the page, opens again by itself, and closes with who listened last', () => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', FakeSocket);
    const line = new LiveLine({ protocol: 'https:', host: 'site.exemple' });
    const heard: LiveMessage[] = [];
    const states: LiveState[] = [];
    const stop = line.listen(
      (one) => heard.push(one),
      (state) => states.push(state),
    );
    const stopOther = line.listen(() => {});
    expect(FakeSocket.opened.map(({ url }) => url)).toEqual(['wss://site.exemple/temps-reel']);
    FakeSocket.opened[0]?.dispatchEvent(new Event('open'));
    FakeSocket.opened[0]?.say(JSON.stringify(message));
    FakeSocket.opened[0]?.close();
    vi.advanceTimersByTime(1000);
    expect(FakeSocket.opened).toHaveLength(2);
    FakeSocket.opened[1]?.close();
    vi.advanceTimersByTime(999);
    expect(FakeSocket.opened).toHaveLength(2);
    vi.advanceTimersByTime(1001);
    FakeSocket.opened[2]?.dispatchEvent(new Event('open'));
    expect(heard).toEqual([message]);
    expect(states).toEqual(['live', 'cut', 'cut', 'live']);
    stop();
    stopOther();
    vi.advanceTimersByTime(120_000);
    expect(FakeSocket.opened).toHaveLength(3);
  });

  it('hears only messages of ours', () => {
    expect(parseLiveMessage(JSON.stringify({ ...message, data: { waiting: 3 } }))).toEqual({
      ...message,
      data: { waiting: 3 },
    });
    for (const said of ['{"message": "Forbidden"}', JSON.stringify({ ...message, topic: 'weather' }), 'null'])
      expect(parseLiveMessage(said)).toBeUndefined();
  });
});
