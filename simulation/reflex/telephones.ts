import { type LaneRandom, laneRandom } from '../../local/kernel/random.ts';
import { asPhoneCall } from '../local-centre.ts';
import { drawnAnswers, drawnLength, drawPurpose, drawStop, type Purpose } from './conversation.ts';
import type { LivedRing } from './reflex-diary.ts';
import type { ReflexWorld } from './reflex-world.ts';
import type { RegisteredPerson, RegisteredPhone } from './registered-person.ts';
import { ringBack } from './ring-back.ts';

/** A telephone, whoever it belongs to, and how often it rang. */
interface Telephone {
  readonly phone: RegisteredPhone;
  readonly person: RegisteredPerson;
  rings: number;
}

type CentreRing = Parameters<Parameters<ReflexWorld['cloud']['connect']['onRingAnyone']>[0]>[0];

type RingDecision = ReturnType<Parameters<ReflexWorld['cloud']['connect']['onRingAnyone']>[0]>;

/** What becomes of a ring. */
type Fate =
  | { readonly type: 'busy' | 'unanswered' }
  | { readonly type: 'answered'; readonly purpose: Purpose }
  /** A machine picks up when nobody has. */
  | { readonly type: 'machine' };

/** Every telephone of the register rings, is picked up or not, as its people live. */
export function installTelephones(world: ReflexWorld): void {
  const telephones = new Map<string, Telephone>();
  for (const person of world.people) {
    for (const phone of person.phones) {
      if (!telephones.has(phone.number)) telephones.set(phone.number, { phone, person, rings: 0 });
    }
  }
  world.cloud.connect.onRingAnyone((ring) => {
    const telephone = telephones.get(ring.number);
    // The numbering plan keeps these for fiction: nobody has them.
    if (telephone === undefined && ring.number.startsWith('+3319900')) return { kind: 'invalid' };
    if (telephone === undefined) throw new Error(`The centre rings ${ring.number}, which nobody has given it`);
    return rings(world, telephone, ring);
  });
}

function rings(world: ReflexWorld, telephone: Telephone, ring: CentreRing): RingDecision {
  const { diary, seed, cloud } = world;
  const { phone, person } = telephone;
  telephone.rings += 1;
  const lane = `telephone/${phone.number}/${telephone.rings}`;
  const random = laneRandom(seed, lane);
  const entry: LivedRing = {
    contactId: ring.contactId,
    number: phone.number,
    rangAt: cloud.kernel.iso(),
    what: 'unanswered',
  };
  diary.rings.push(entry);
  if (phone.answers === 'dead') {
    entry.what = 'dead';
    entry.endedAt = entry.rangAt;
    return { kind: 'invalid' };
  }
  const fate: Fate = ring.engaged ? { type: 'busy' } : drawFate(world, phone, person, random);
  ring.onStopped(() => {
    entry.endedAt ??= cloud.kernel.iso();
    if (fate.type === 'unanswered') ringBack(world, person, phone.number, lane);
  });
  if (fate.type === 'answered' || fate.type === 'machine') pickUp(world, { ring, entry, fate, random, lane });
  else if (fate.type === 'busy') entry.what = 'busy';
  return decisionOf(fate);
}

/** Who picks up does so later, while it rings. */
function decisionOf({ type }: Fate) {
  return type === 'busy'
    ? ({ kind: 'busy' } as const)
    : type === 'unanswered'
      ? ({ kind: 'no-answer' } as const)
      : undefined;
}

function drawFate(world: ReflexWorld, phone: RegisteredPhone, person: RegisteredPerson, random: LaneRandom): Fate {
  if (random.chance(0.02)) return { type: 'busy' };
  if (phone.answers === 'strangers') {
    return random.chance(0.6)
      ? { type: 'answered', purpose: { type: 'says', disposition: 'wrong-number' } }
      : { type: 'unanswered' };
  }
  const part = partNow(world);
  const chance = 1 - (1 - person.chance) ** (person.dayParts[part] ?? 1);
  if (random.chance(chance)) return { type: 'answered', purpose: drawPurpose(random) };
  if (random.chance(person.stopShare)) return { type: 'answered', purpose: drawStop(random) };
  return random.chance(0.25) ? { type: 'machine' } : { type: 'unanswered' };
}

function pickUp(
  world: ReflexWorld,
  {
    ring,
    entry,
    fate,
    random,
    lane,
  }: {
    readonly ring: CentreRing;
    readonly entry: LivedRing;
    readonly fate: Extract<Fate, { type: 'answered' | 'machine' }>;
    readonly random: LaneRandom;
    readonly lane: string;
  },
): void {
  const { kernel } = world.cloud;
  const isMachine = fate.type === 'machine';
  const purpose: Purpose = isMachine ? { type: 'says', disposition: 'voicemail' } : fate.purpose;
  const after = isMachine ? 20 + random.next() * 4 : 3 + random.next() * 15;
  const patience = isMachine ? 60 : 25 + random.exponential(40);
  const length = drawnLength(random, purpose, world.forecast.handling);
  const answer = drawnAnswers(random);
  kernel.after(after * 1000, lane, () => {
    if (entry.endedAt !== undefined) return;
    entry.what = isMachine ? 'machine' : 'answered';
    entry.answeredAt = kernel.iso();
    const call = asPhoneCall(ring.answer());
    kernel.after(patience * 1000, lane, () => {
      if (entry.spokenToAt === undefined && !call.ended) call.hangUp();
    });
    call.hear((event) => {
      if (event.type === 'connected') {
        entry.spokenToAt = event.at;
        world.onTheLine.set(event.agent, { purpose, ...length, answer, hangUp: () => call.hangUp() });
      } else if (event.type === 'ended') {
        entry.endedAt ??= event.at;
      }
    });
  });
}

function partNow({ cloud, timeZone, dayParts }: ReflexWorld): string {
  const clock = clockIn(timeZone).format(cloud.kernel.now());
  return dayParts.find(({ from, to }) => from <= clock && clock < to)?.code ?? '';
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('fr-FR', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, made);
  return made;
}
