import { type Centre, openCentre } from '../open-centre.ts';
import { programmeWorld } from '../programme-world.ts';

const minute = 60_000;

/** What one caller who presses `key` at the menu of aids comes to: the queue they wait in ten seconds to three minutes later, if any. */
export async function queuesByKey(options: {
  readonly assembly: string;
  readonly state: string;
  readonly keys: readonly string[];
}): Promise<Readonly<Record<string, string | undefined>>> {
  const { assembly, state, keys } = options;
  const world = programmeWorld('samps');
  const days = { seed: 1, date: '2025-07-07', days: 1, agents: 0, volume: 0, concurrency: 1 };
  const centre = await openCentre({ ...days, world, assembly, state });
  try {
    const from = Date.parse(centre.days[0]?.open?.from ?? '');
    await centre.cloud.kernel.runUntil(from + 30 * minute);
    const queues: [string, string | undefined][] = [];
    for (const key of keys) queues.push([key, await queueAfter(centre, key)]);
    return Object.fromEntries(queues);
  } finally {
    await centre.cloud.stop();
  }
}

async function queueAfter(centre: Centre, key: string): Promise<string | undefined> {
  const { kernel, connect } = centre.cloud;
  const lane = `caller/key ${key}`;
  const call = connect.dial({ lane, from: '+687751234', to: centre.number });
  let pressed = false;
  call.hear((event) => {
    if (pressed || event.type !== 'prompt' || !event.text.includes('bourses scolaires, tapez')) return;
    pressed = true;
    kernel.after(1000, lane, () => call.press(key));
  });
  // A wrong key is told so and the menu repeated three times before the caller is sent to an agent.
  await kernel.runUntil(kernel.now() + 45_000);
  const queue = connect.world.contacts.get(call.contactId)?.queue?.model.name;
  call.hangUp();
  await kernel.runUntil(kernel.now() + minute);
  return queue;
}
