import { schemes } from '../../../programmes/samps/schemes.ts';
import { flowTexts, texts } from '../../../programmes/samps/texts.ts';
import { fullAttributes, type Scenario } from '../scenario.ts';
import { openContext, quietWorld, withFunctions } from '../world.ts';

const flow = 'samps/accueil';
const menu = "Pour l'aide médicale, tapez 1.";
const person = 'Nous vous mettons en relation avec un conseiller.';
const unqualified = { scheme: 'NON_QUALIFIE', schemeLabel: 'Non qualifié' };

const choices: readonly Scenario[] = schemes.map(({ code, label, key, queue }) => ({
  title: `SAMPS-01: key ${key} leads to ${queue}`,
  flow,
  acts: [key],
  hears: [texts.welcome, menu],
  neverHears: [flowTexts.apology, person, 'fermé'],
  ends: 'queued',
  queue,
  attributes: {
    programme: 'samps',
    opening: 'open',
    openingReason: 'open',
    scheme: code,
    schemeLabel: label,
    personId: 'person-1',
    numberKey: 'key-1',
    knownPerson: 'no',
    queueTurn: '0',
    failure: undefined,
    callbackRequested: undefined,
  },
  asks: [['inbound-context', {}]],
  priority: 5,
}));

export const menuScenarios: readonly Scenario[] = [
  ...choices,
  {
    title: 'SAMPS-04: who we owe a callback passes before, when they ring again',
    flow,
    world: withFunctions({ 'inbound-context': () => ({ ...openContext, priorityClass: 'callback' }) }),
    acts: ['2'],
    hears: [menu],
    ends: 'queued',
    queue: 'samps-minimum-vieillesse',
    priority: 3,
  },
  {
    title: 'SAMPS-43: 9 says the menu again',
    flow,
    acts: ['9', '9', '3'],
    hears: [menu, menu, menu],
    ends: 'queued',
    queue: 'samps-bourses',
  },
  {
    title: 'SAMPS-43: two wrong keys, then the right one',
    flow,
    acts: ['7', '*', '1'],
    hears: [menu, "Cette touche n'est pas proposée.", menu, "Cette touche n'est pas proposée.", menu],
    ends: 'queued',
    queue: 'samps-aide-medicale',
  },
  {
    title: 'SAMPS-43: a third mistake leads to a person',
    flow,
    acts: ['7', 'silence', '5'],
    hears: [menu, "Cette touche n'est pas proposée.", menu, "Nous n'avons rien reçu.", menu, person],
    ends: 'queued',
    queue: 'samps-non-qualifie',
    attributes: unqualified,
  },
  {
    title: 'SAMPS-43: who never presses anything (old dial phone) is led to a person',
    flow,
    acts: ['silence', 'silence', 'silence'],
    hears: [menu, "Nous n'avons rien reçu.", menu, "Nous n'avons rien reçu.", menu, person],
    ends: 'queued',
    queue: 'samps-non-qualifie',
    attributes: unqualified,
  },
  {
    title: 'SAMPS-02: a hang-up in the menu keeps what is known, so that it counts',
    flow,
    acts: ['hang-up'],
    hears: [menu],
    ends: 'hung-up',
    attributes: { opening: 'open', numberKey: 'key-1', scheme: undefined, failure: undefined },
  },
  {
    title: 'the menu that cannot listen leads to a person',
    flow,
    contact: { channel: 'CHAT' },
    hears: [person],
    ends: 'queued',
    queue: 'samps-non-qualifie',
    attributes: unqualified,
  },
  {
    title: 'a missing menu leads to a person',
    flow,
    world: { ...quietWorld, modules: 'missing' },
    hears: [texts.welcome],
    ends: 'queued',
    queue: 'samps-non-qualifie',
    attributes: unqualified,
  },
  {
    title: 'a missing voice does not stop the call',
    flow,
    world: { ...quietWorld, voice: 'missing' },
    acts: ['1'],
    hears: [menu],
    ends: 'queued',
    queue: 'samps-aide-medicale',
  },
  ...schemes.map(
    ({ key }): Scenario => ({
      title: `attributes that cannot be set (key ${key}) lead to a person`,
      flow,
      contact: fullAttributes,
      acts: [key],
      hears: [texts.welcome, menu],
      ends: 'queued',
      queue: 'samps-non-qualifie',
      attributes: { scheme: undefined },
    }),
  ),
];
