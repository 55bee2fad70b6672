import { flowTexts, texts } from '../../../programmes/samps/texts.ts';
import { fullAttributes, type Scenario } from '../scenario.ts';
import { quietWorld, refusedNumber, withFunctions, withheldClosedContext, withheldContext } from '../world.ts';

const ask = "Votre numéro ne s'affiche pas.";
const readBack = 'Vous avez tapé : 25 12 34';
const confirm = "Si c'est exact, tapez 1.";
const without = 'Nous continuons sans votre numéro.';
const menu = "Pour l'aide médicale";
const open = withFunctions({ 'inbound-context': () => withheldContext });
const noCallback = { registered: 'no', callbackId: '', callbackNumber: '', text: texts.callbackImpossible };
const typed = { personId: 'person-2', numberKey: 'key-2', knownPerson: 'yes' };
const unknown = { personId: undefined, numberKey: undefined, knownPerson: undefined };
const accueil = { flow: 'samps/accueil', ends: 'queued', queue: 'samps-aide-medicale' } as const;
const module = { flow: 'samps/numero-appelant', ends: 'flow-ended' } as const;

export const withheldNumberScenarios: readonly Scenario[] = [
  {
    ...accueil,
    title: 'COMMON-51: a withheld number is asked for, read back, confirmed, and stays out of the flow logs',
    world: open,
    acts: ['251234#', '1', '1'],
    hears: [texts.welcome, ask, readBack, confirm, 'Merci.', menu],
    attributes: typed,
    asks: [['inbound-context'], ['caller-number', { typed: '251234' }]],
  },
  {
    ...accueil,
    title: 'SAMPS-43: who skips with « dièse » goes on',
    world: open,
    acts: ['#', '1'],
    hears: [ask, without, menu],
    attributes: unknown,
    asks: [['inbound-context']],
  },
  {
    ...accueil,
    title: 'the typed digits end by themselves after a pause',
    world: open,
    acts: ['251234', 'silence', '1', '1'],
    hears: [ask, readBack, menu],
    attributes: typed,
  },
  {
    ...module,
    title: 'SAMPS-43: « étoile » starts the number again',
    acts: ['9*251234#', '1'],
    hears: [ask, readBack],
    attributes: typed,
    asks: [['caller-number', { typed: '251234' }]],
  },
  {
    ...module,
    title: 'SAMPS-43: a caller who types nothing is asked three times, then goes on',
    acts: ['silence', 'silence', 'silence'],
    hears: [ask, "Nous n'avons rien reçu.", ask, "Nous n'avons rien reçu.", ask, "Nous n'avons rien reçu.", without],
    attributes: unknown,
    asks: [],
  },
  {
    ...module,
    title: 'a number that is none is asked again, twice',
    world: withFunctions({ 'caller-number': () => refusedNumber }),
    acts: ['1#', '2#', '3#'],
    hears: [ask, "Ce numéro n'est pas valide.", ask, "Ce numéro n'est pas valide.", ask, without],
    attributes: unknown,
  },
  {
    ...module,
    title: 'a number read back wrong is typed again',
    acts: ['251235#', '2', '251234#', '1'],
    hears: [ask, confirm, ask, readBack, confirm, 'Merci.'],
    attributes: typed,
  },
  {
    ...module,
    title: 'an unconfirmed number is never kept: it could be someone else’s',
    acts: ['251234#', 'silence', '7'],
    hears: [readBack, confirm, readBack, confirm, without],
    attributes: unknown,
  },
  {
    ...module,
    title: 'the read-back too can be left with « dièse »',
    acts: ['251234#', '#'],
    hears: [readBack, without],
    attributes: unknown,
  },
  {
    ...module,
    title: 'a number that cannot be verified does not hold the caller',
    world: withFunctions({ 'caller-number': () => 'times-out' }),
    acts: ['251234#'],
    hears: [ask, without],
    attributes: unknown,
  },
  {
    ...module,
    title: 'a number that cannot be kept is said so',
    contact: fullAttributes,
    acts: ['251234#', '1'],
    hears: [readBack, without],
  },
  {
    ...module,
    title: 'a caller who hangs up while typing',
    acts: ['2512', 'hang-up'],
    ends: 'hung-up',
    hears: [ask],
  },
  {
    ...module,
    title: 'a caller who cannot type goes on',
    contact: { channel: 'CHAT' },
    hears: [without],
    nothingElse: true,
  },
  {
    ...accueil,
    title: 'a missing module does not stop the call',
    world: { ...open, modules: 'missing' },
    hears: [texts.welcome],
    queue: 'samps-non-qualifie',
  },
  {
    flow: 'samps/accueil',
    title: 'SAMPS-10: closed and withheld: the number is asked for when a callback is',
    world: withFunctions({ 'inbound-context': () => withheldClosedContext }),
    acts: ['1', '251234#', '1'],
    hears: ["Pour être rappelé par un conseiller dès l'ouverture", ask, readBack, texts.callbackConfirmed],
    ends: 'disconnected',
    attributes: { ...typed, callbackRequested: 'closed' },
    asks: [['inbound-context'], ['caller-number'], ['callback-request', { reason: 'closed' }]],
  },
  {
    flow: 'samps/accueil',
    title: 'SAMPS-10: closed, withheld and kept so: told that no callback is possible',
    world: withFunctions({ 'inbound-context': () => withheldClosedContext, 'callback-request': () => noCallback }),
    acts: ['1', '#'],
    hears: [ask, without, texts.callbackImpossible, flowTexts.goodbye],
    ends: 'disconnected',
    attributes: { callbackRequested: undefined },
  },
  {
    flow: 'samps/accueil',
    title: 'closed, withheld, module missing: the request is answered all the same',
    world: {
      ...withFunctions(
        { 'inbound-context': () => withheldClosedContext, 'callback-request': () => noCallback },
        quietWorld,
      ),
      modules: 'missing',
    },
    acts: ['1'],
    hears: [texts.callbackImpossible, flowTexts.goodbye],
    ends: 'disconnected',
  },
];
