import { createRequire } from 'node:module';
import { afterAll, vi } from 'vitest';
import { streamsSoftphone } from '../../../web/softphone/streams-softphone.ts';
import { ScriptedCcp } from './scripted-ccp.ts';
import { type SoftphoneRig, softphoneContract } from './softphone-contract.ts';

const library = createRequire(import.meta.url).resolve('amazon-connect-streams');

/** As much of a browser as the library asks of one, with the frame of the CCP in it. */
function browserWith(onPost: (message: unknown) => void) {
  const listeners = new Set<(event: object) => void>();
  const frame = { postMessage: onPost };
  const element = () => ({
    style: {},
    contentWindow: frame,
    appendChild: (child: unknown) => child,
    setAttribute: () => undefined,
    addEventListener: () => undefined,
    querySelector: () => null,
  });
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  };
  const page = {
    addEventListener: (type: string, listener: (event: object) => void) =>
      type === 'message' && listeners.add(listener),
    removeEventListener: () => undefined,
    location: { href: 'https://poste.example/poste', origin: 'https://poste.example', protocol: 'https:' },
    localStorage: storage,
    sessionStorage: storage,
    document: {
      createElement: element,
      body: element(),
      head: element(),
      getElementsByTagName: () => [],
      querySelector: () => null,
      addEventListener: () => undefined,
      cookie: '',
      readyState: 'complete',
    },
  };
  const post = (data: unknown) => {
    for (const listener of listeners) listener({ source: frame, origin: 'https://centre.my.connect.aws', data });
  };
  return { page, element, post };
}

async function openRig(): Promise<SoftphoneRig> {
  vi.resetModules();
  vi.spyOn(console, 'info').mockReturnValue();
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  // Messages between frames come later, never within the call.
  const browser = browserWith((message) =>
    setImmediate(() => ccp.receive(message as Parameters<ScriptedCcp['receive']>[0])),
  );
  const ccp = new ScriptedCcp((message) => setImmediate(() => browser.post(message)));
  for (const [name, value] of Object.entries({ ...browser.page, window: globalThis })) vi.stubGlobal(name, value);
  const require = createRequire(import.meta.url);
  delete require.cache[library];
  require(library);
  const streams = Object(globalThis).connect as typeof connect;
  streams.core.initCCP(browser.element() as unknown as HTMLElement, {
    ccpUrl: 'https://centre.my.connect.aws/ccp-v2/',
    loginPopup: false,
    softphone: { allowFramedSoftphone: true },
  });
  const softphone = streamsSoftphone(streams);
  // The frame is loaded: it tells the page that it is there.
  ccp.receive({ event: 'synchronize' });
  const settle = async () => {
    for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    softphone,
    settle,
    async ring(attributes) {
      ccp.ring(attributes);
      await settle();
    },
    async customerHangsUp() {
      ccp.become('ended');
      await settle();
    },
    async consultedAnswers() {
      ccp.thirdAnswers();
      await settle();
    },
    async ringInVain() {
      ccp.become('missed');
      await settle();
    },
  };
}

afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

softphoneContract('of Amazon Connect Streams', openRig);
