import { describe, expect, test } from 'vitest';
import type { Action, Flow } from '../../flow-engine/src/index.ts';
import { actionsOf, reachedWithout } from './data-flow.ts';
import { flows } from './flow-files.ts';
import { charactersPerSecond, longestPromptSeconds, spokenTexts } from './spoken-texts.ts';

const everyFlow = [...flows.values()];
const spoken = everyFlow.flatMap(spokenTexts);
const menus = everyFlow.flatMap((flow) =>
  actionsOf(flow)
    .filter(({ type, parameters }) => type === 'GetParticipantInput' && parameters['StoreInput'] === 'False')
    .map((menu) => ({ flow, menu, name: `${flow.name} ${menu.identifier}` })),
);

/** Where a person is: a queue, the register of people to call back, the music of a queue; a module hands back to its flow. */
function leadsToPerson(flow: Flow, action: Action): boolean {
  if (action.type === 'TransferContactToQueue') return true;
  if (action.type === 'InvokeLambdaFunction')
    return String(action.parameters['LambdaFunctionARN']).endsWith(':callback-request');
  if (flow.type === 'CUSTOMER_QUEUE') return action.type === 'MessageParticipantIteratively';
  return action.type === 'EndFlowModuleExecution';
}

describe('SAMPS-43: prompts that anyone can follow', () => {
  test('every prompt takes at most 15 s', () => {
    expect(spoken.filter(({ text }) => text.length / charactersPerSecond > longestPromptSeconds)).toEqual([]);
  });

  test('every sentence holds one idea: 18 words at most', () => {
    const sentences = spoken.flatMap(({ text }) => text.split(/[.!?]\s/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 18)).toEqual([]);
  });

  test.each(menus)('$name announces exactly the keys it takes, at most 4 besides « réécouter »', ({ menu }) => {
    const text = String(menu.parameters['Text']);
    const said = [...text.matchAll(/tapez (\d|dièse)/gi)].map(([, key]) => (key === 'dièse' ? '#' : (key ?? '')));
    const taken = menu.conditions.map(({ operands }) => operands[0] ?? '');
    expect([...taken].sort()).toEqual(said.sort());
    const repeats = menu.conditions.filter(({ nextAction }) => nextAction === menu.identifier).length;
    expect(taken.length - repeats).toBeLessThanOrEqual(4);
  });

  test.each(menus)('$name has a key that leads to a person', ({ flow, menu }) => {
    const ways = menu.conditions.filter(({ nextAction }) =>
      [...reachedWithout(flow, nextAction, () => false)].some((identifier) => {
        const action = flow.actions.get(identifier);
        return action !== undefined && leadsToPerson(flow, action);
      }),
    );
    expect(ways.length).toBeGreaterThan(0);
  });

  test.each(menus)('$name is said again a bounded number of times to who presses nothing or a wrong key', (entry) => {
    const { flow, menu } = entry;
    // Waiting in a queue has no end of its own: there the music, not the menu, comes back.
    const isBound = ({ type }: Action) => type === 'Loop' || type === 'MessageParticipantIteratively';
    for (const { nextAction } of menu.errors)
      expect(reachedWithout(flow, nextAction, isBound)).not.toContain(menu.identifier);
  });
});

describe('COMMON-32: French, as plain text for speech', () => {
  test('no English, no typographic sign, no leftover tag in what is said', () => {
    const english = /\b(the|you|your|please|press|call|sorry|agent|hold|queue|thank)\b/i;
    // Speech synthesis reads plain text; typographic signs belong to pages.
    const signs = /[’«»\u00a0\u202f<>{}]|\s{2,}/;
    expect(spoken.filter(({ text }) => english.test(text) || signs.test(text))).toEqual([]);
  });

  test('every flow that meets a caller first sets the voice and the language before it speaks', () => {
    const first = everyFlow.filter(({ type }) => type === 'CONTACT_FLOW' || type === 'OUTBOUND_WHISPER');
    expect(first.map(({ name }) => name)).toEqual([
      'reflex/accueil',
      'reflex/rappel-sortant',
      'samps/accueil',
      'samps/annonce-rappel',
      'samps/rappel-sortant',
      'suivi/accueil',
      'suivi/rappel-sortant',
    ]);
    const settings = {
      UpdateContactTextToSpeechVoice: { TextToSpeechVoice: 'Lea', TextToSpeechEngine: 'Neural' },
      UpdateContactData: { LanguageCode: 'fr-FR' },
    };
    for (const flow of first) {
      const mute = spokenTexts(flow).map(({ action }) => action);
      for (const [type, parameters] of Object.entries(settings)) {
        const unset = reachedWithout(flow, flow.startAction, (action) => action.type === type);
        expect(mute.filter((action) => unset.has(action))).toEqual([]);
        const set = actionsOf(flow).filter((action) => action.type === type);
        for (const action of set) expect(action.parameters).toMatchObject(parameters);
      }
    }
  });
});

describe('COMMON-45: recording', () => {
  test('every flow that starts a conversation turns recording off, and none turns it on', () => {
    for (const flow of everyFlow.filter(({ type }) => type === 'CONTACT_FLOW' || type === 'OUTBOUND_WHISPER')) {
      const recording = actionsOf(flow).filter(({ type }) => /Record/.test(type));
      expect(recording.map(({ parameters }) => parameters)).toEqual([
        { RecordingBehavior: { RecordedParticipants: [], IVRRecordingBehavior: 'Disabled' } },
      ]);
    }
    const others = everyFlow.filter(({ type }) => type !== 'CONTACT_FLOW' && type !== 'OUTBOUND_WHISPER');
    expect(others.flatMap(actionsOf).filter(({ type }) => /Record/.test(type))).toEqual([]);
  });
});
