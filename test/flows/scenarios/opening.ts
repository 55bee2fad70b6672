import { openingAt } from '../../../domain/calendar/opening.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { flowTexts, texts } from '../../../programmes/samps/texts.ts';
import { fullAttributes, type Scenario, unspeakable } from '../scenario.ts';
import { closedContext, openContext, quietWorld, type World, withFunctions } from '../world.ts';

const flow = 'samps/accueil';
const offer = "Pour être rappelé par un conseiller dès l'ouverture, tapez 1.";

/** What the context handler answers at an instant, with the words of each reason left unfilled. */
function worldAt(instant: string): World {
  const { state, reason } = openingAt(samps.calendar, instant);
  if (state === 'open') return quietWorld;
  const words: Readonly<Record<string, string>> = {
    holiday: texts.closedHoliday,
    exception: texts.closedException,
    'before-period': texts.beforePeriod,
    'after-period': texts.afterPeriod,
  };
  const callbackOffered = reason === 'after-period' ? 'no' : 'yes';
  const closedText = `${words[reason] ?? texts.closedHours} ${texts.webAddress}`;
  return withFunctions({ 'inbound-context': () => ({ ...closedContext, reason, closedText, callbackOffered }) });
}

const clock = (requirement: string, local: string, reason: string, words: string): Scenario => {
  const isOpen = reason === 'open';
  const isOver = reason === 'after-period';
  return {
    title: `${requirement}: a call at ${local} in Nouméa: ${reason}`,
    flow,
    world: worldAt(new Date(`${local}+11:00`).toISOString()),
    acts: isOpen ? ['1'] : isOver ? [] : ['silence'],
    hears: isOpen ? [words] : [flowTexts.greeting, words, texts.webAddress, flowTexts.goodbye],
    ends: isOpen ? 'queued' : 'disconnected',
    ...(isOpen ? { queue: 'samps-aide-medicale' } : {}),
    attributes: { opening: isOpen ? 'open' : 'closed', openingReason: reason, failure: undefined },
  };
};

const hours: readonly Scenario[] = [
  clock('SAMPS-07', '2025-07-04T07:29:59', 'hours', texts.closedHours),
  clock('SAMPS-07', '2025-07-04T07:30:00', 'open', texts.welcome),
  clock('SAMPS-07', '2025-07-04T12:15:00', 'open', texts.welcome),
  clock('SAMPS-07', '2025-07-04T15:59:59', 'open', texts.welcome),
  clock('SAMPS-07', '2025-07-04T16:00:00', 'hours', texts.closedHours),
  clock('SAMPS-07', '2025-07-05T10:00:00', 'weekend', texts.closedHours),
  clock('SAMPS-08', '2025-02-28T10:00:00', 'before-period', texts.beforePeriod),
  clock('SAMPS-08', '2025-03-01T10:00:00', 'weekend', texts.closedHours),
  clock('SAMPS-08', '2025-03-03T07:30:00', 'open', texts.welcome),
  clock('SAMPS-08', '2025-12-31T15:00:00', 'open', texts.welcome),
  clock('SAMPS-08', '2026-01-02T10:00:00', 'after-period', texts.afterPeriod),
  clock('SAMPS-09', '2025-09-24T10:00:00', 'holiday', texts.closedHoliday),
];

const closedWorld = withFunctions({ 'inbound-context': () => closedContext });
const callback: readonly Scenario[] = [
  {
    title: 'SAMPS-10: closed, key 1: called back at the next opening',
    flow,
    world: closedWorld,
    acts: ['1'],
    hears: [flowTexts.greeting, closedContext.closedText, offer, texts.callbackConfirmed, flowTexts.goodbye],
    ends: 'disconnected',
    attributes: { opening: 'closed', openingReason: 'hours', callbackRequested: 'closed', callbackId: 'callback-1' },
    asks: [['inbound-context'], ['callback-request', { reason: 'closed' }]],
  },
  {
    title: 'SAMPS-10: closed, two wrong keys, then 1',
    flow,
    world: closedWorld,
    acts: ['4', '5', '1'],
    hears: [
      offer,
      "Cette touche n'est pas proposée.",
      offer,
      "Cette touche n'est pas proposée.",
      offer,
      texts.callbackConfirmed,
    ],
    ends: 'disconnected',
  },
  {
    title: 'SAMPS-10: closed, three wrong keys: goodbye',
    flow,
    world: closedWorld,
    acts: ['4', '5', '6'],
    hears: [offer, offer, offer, "Cette touche n'est pas proposée.", flowTexts.goodbye],
    neverHears: [texts.callbackConfirmed],
    ends: 'disconnected',
    asks: [['inbound-context']],
  },
  {
    title: 'SAMPS-10: closed, a hang-up during the message counts as closed',
    flow,
    world: closedWorld,
    acts: ['hang-up'],
    hears: [offer],
    ends: 'hung-up',
    attributes: { opening: 'closed', callbackRequested: undefined },
  },
  {
    title: 'SAMPS-10: closed, no callback offered: goodbye',
    flow,
    world: withFunctions({ 'inbound-context': () => ({ ...closedContext, callbackOffered: 'no' }) }),
    hears: [closedContext.closedText, flowTexts.goodbye],
    neverHears: [offer],
    ends: 'disconnected',
  },
  {
    title: 'closed, and nothing can be heard from the caller: goodbye',
    flow,
    world: closedWorld,
    contact: { channel: 'CHAT' },
    hears: [closedContext.closedText, flowTexts.goodbye],
    ends: 'disconnected',
  },
  {
    title: 'closed, with attributes that cannot be set: the callback is registered all the same',
    flow,
    world: closedWorld,
    contact: fullAttributes,
    acts: ['1'],
    hears: [closedContext.closedText, offer, texts.callbackConfirmed],
    ends: 'disconnected',
  },
  {
    title: 'closed, with a message that cannot be spoken: the callback is offered all the same',
    flow,
    world: withFunctions({ 'inbound-context': () => ({ ...closedContext, closedText: unspeakable }) }),
    acts: ['1'],
    hears: [flowTexts.greeting, offer, texts.callbackConfirmed],
    ends: 'disconnected',
  },
];

const broken = (['fails', 'times-out', { ...openContext, state: 'perhaps' }] as const).flatMap(
  (reply): readonly Scenario[] => {
    const name = typeof reply === 'string' ? reply : 'answers nonsense';
    const world = withFunctions({ 'inbound-context': () => reply });
    return [
      {
        title: `SAMPS-02: the context ${name}, in Connect's hours: straight to a person`,
        flow,
        world: { ...world, hours: 'open' },
        hears: [flowTexts.greeting, flowTexts.technicalOpen],
        ends: 'queued',
        queue: 'samps-non-qualifie',
        attributes: { opening: 'open', scheme: 'NON_QUALIFIE', schemeLabel: 'Non qualifié', failure: undefined },
        priority: 5,
      },
      {
        title: `SAMPS-10: the context ${name}, outside Connect's hours: hours and web address`,
        flow,
        world: { ...world, hours: 'closed' },
        hears: [flowTexts.greeting, flowTexts.closedFallback, flowTexts.goodbye],
        ends: 'disconnected',
        attributes: { opening: 'closed', openingReason: 'hours', failure: undefined },
      },
      {
        title: `SAMPS-02: the context ${name} and Connect's hours too: apology, and a callback`,
        flow,
        world: { ...world, hours: 'unknown' },
        hears: [flowTexts.apology, texts.callbackConfirmed, flowTexts.goodbye],
        ends: 'disconnected',
        attributes: { failure: 'technical', opening: undefined },
      },
    ];
  },
);

export const openingScenarios: readonly Scenario[] = [
  ...hours,
  ...callback,
  ...broken,
  ...(['open', 'closed'] as const).map(
    (state): Scenario => ({
      title: `the context fails and attributes cannot be set, ${state}: words all the same`,
      flow,
      world: { ...withFunctions({ 'inbound-context': () => 'fails' }), hours: state },
      contact: fullAttributes,
      hears: [flowTexts.greeting],
      ends: state === 'open' ? 'queued' : 'disconnected',
      ...(state === 'open' ? { queue: 'samps-non-qualifie' } : {}),
    }),
  ),
];
