import { laneRandom } from '../../local/kernel/random.ts';
import { asPhoneCall } from '../local-centre.ts';
import { drawnAnswers } from './drawn-answers.ts';
import type { FollowedPerson, GivenPhone } from './followed-person.ts';
import type { LivedRing } from './suivi-diary.ts';
import type { LineTalk, SuiviWorld } from './suivi-world.ts';

type CentreRing = Parameters<Parameters<SuiviWorld['cloud']['connect']['onRingAnyone']>[0]>[0];
type RingDecision = ReturnType<Parameters<SuiviWorld['cloud']['connect']['onRingAnyone']>[0]>;

interface Telephone {
  readonly phone: GivenPhone;
  readonly person: FollowedPerson;
  rings: number;
}

/** Every telephone that was given rings, is picked up or not, as its people live. */
export function installSuiviTelephones(world: SuiviWorld, people: readonly FollowedPerson[]): void {
  const telephones = new Map<string, Telephone>();
  for (const person of people) {
    for (const phone of person.phones) telephones.set(phone.number, { phone, person, rings: 0 });
  }
  world.cloud.connect.onRingAnyone((ring) => {
    const telephone = telephones.get(ring.number);
    if (telephone === undefined) throw new Error(`The centre rings ${ring.number}, which nobody has given it`);
    return rung(world, telephone, ring);
  });
}

function rung(world: SuiviWorld, telephone: Telephone, ring: CentreRing): RingDecision {
  const { phone, person } = telephone;
  const { kernel } = world.cloud;
  telephone.rings += 1;
  const lane = `telephone/${phone.number}/${telephone.rings}`;
  const random = laneRandom(world.seed, lane);
  const entry: LivedRing = {
    contactId: ring.contactId,
    number: phone.number,
    rangAt: kernel.iso(),
    what: 'unanswered',
  };
  world.diary.rings.push(entry);
  if (phone.isDead) {
    entry.what = 'dead';
    entry.endedAt = entry.rangAt;
    return { kind: 'invalid' };
  }
  ring.onStopped(() => {
    entry.endedAt ??= kernel.iso();
  });
  const isPerson = random.chance(person.picksUp);
  if (!isPerson && !random.chance(0.3)) return { kind: 'no-answer' };
  const talk = talkOf(person, isPerson, random);
  const after = isPerson ? 3 + random.next() * 12 : 18 + random.next() * 4;
  kernel.after(after * 1000, lane, () => {
    if (entry.endedAt !== undefined) return;
    entry.what = isPerson ? 'answered' : 'machine';
    const call = asPhoneCall(ring.answer());
    // Nobody holds a silent line for long.
    kernel.after(45_000, lane, () => {
      if (entry.spokenToAt === undefined && !call.ended) call.hangUp();
    });
    call.hear((event) => {
      if (event.type === 'connected') {
        entry.spokenToAt = event.at;
        world.onTheLine.set(event.agent, { ...talk, hangUp: () => call.hangUp() });
      } else if (event.type === 'ended') {
        entry.endedAt ??= event.at;
      }
    });
  });
  return undefined;
}

function talkOf(
  person: FollowedPerson,
  isPerson: boolean,
  random: ReturnType<typeof laneRandom>,
): Omit<LineTalk, 'hangUp'> {
  const draw = random.next();
  const says = !isPerson ? 'machine' : draw < 0.94 ? 'answers' : draw < 0.97 ? 'hangs-up' : 'call-later';
  // Four to seven minutes a questionnaire, by its length and by who answers.
  const talkSeconds = says === 'answers' ? Math.max(60, random.logNormal(250, 0.35)) : 20 + random.next() * 25;
  return { person, says, talkSeconds, wrapUpSeconds: 10 + random.next() * 25, answer: drawnAnswers(random) };
}
