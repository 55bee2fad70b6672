import type { Kernel } from '../../local/kernel/kernel.ts';
import { laneRandom } from '../../local/kernel/random.ts';
import type { IncomingRing, PhoneNetwork } from '../centre.ts';
import type { Diary, RingDiary } from '../diary.ts';
import { drawConversation, type FileCalls, type FileConversation, machine } from './file-conversation.ts';
import type { FilePerson } from './file-people.ts';

export interface FileTelephones {
  readonly kernel: Kernel;
  readonly network: PhoneNetwork;
  readonly diary: Diary;
  readonly seed: number;
  readonly calls: FileCalls;
  /** Codes of what people may say they will do. */
  readonly outcomes: readonly string[];
}

/** The telephone of somebody on a list: it rings, they or a machine pick up or nobody does, they listen and answer the agent. */
export function installFileTelephone(world: FileTelephones, { number, answersPhone }: FilePerson): void {
  let rings = 0;
  world.network.onRing(number, (ring) => {
    rings += 1;
    takeCall(world, { number, answersPhone }, ring, `file-telephone/${number}/${rings}`);
  });
}

function takeCall(
  world: FileTelephones,
  { number, answersPhone }: Pick<FilePerson, 'number' | 'answersPhone'>,
  ring: IncomingRing,
  lane: string,
): void {
  const { kernel, diary, seed, outcomes } = world;
  const random = laneRandom(seed, lane);
  const entry = diary.write<RingDiary>({ kind: 'ring', number, rangAt: kernel.iso(), ofOrder: true });
  if (ring.engaged || random.chance(0.02)) {
    entry.endedAt = entry.rangAt;
    ring.refuse();
    return;
  }
  ring.onStopped(() => {
    entry.endedAt ??= kernel.iso();
  });
  const answers = random.chance(answersPhone);
  if (!answers && !random.chance(0.15)) return;
  const conversation = answers ? drawConversation(random, outcomes) : machine;
  const after = answers ? 3 + random.next() * 14 : 21 + random.next() * 5;
  const patience = answers ? 30 + random.exponential(60) : 40;
  kernel.after(after * 1000, lane, () => {
    if (entry.endedAt === undefined) pickUp(world, { ring, entry, conversation, patience, lane });
  });
}

function pickUp(
  { kernel, calls }: FileTelephones,
  {
    ring,
    entry,
    conversation,
    patience,
    lane,
  }: {
    readonly ring: IncomingRing;
    readonly entry: RingDiary;
    readonly conversation: FileConversation;
    readonly patience: number;
    readonly lane: string;
  },
): void {
  entry.answeredAt = kernel.iso();
  const call = ring.answer();
  kernel.after(patience * 1000, lane, () => {
    if (entry.spokenToAt === undefined && !call.ended) call.hangUp();
  });
  call.hear((event) => {
    if (event.type === 'connected') {
      entry.spokenToAt = event.at;
      entry.spokenToBy = event.agent;
      entry.said = conversation.disposition;
      calls.set(event.agent, conversation);
    } else if (event.type === 'ended') {
      entry.endedAt = event.at;
    }
  });
}
