import { describe, expect, test } from 'vitest';
import { type Action, checkFlow, reachable } from '../../flow-engine/src/index.ts';
import { actionsOf, reachedWithout } from './data-flow.ts';
import { flowFiles, flows, parsed } from './flow-files.ts';

const everyFlow = [...flows.values()];
const named = everyFlow.map((flow) => ({ name: flow.name, flow }));

/** What a caller hears, or who they reach. */
const isHeard = ({ type }: Action): boolean =>
  ['MessageParticipant', 'MessageParticipantIteratively', 'GetParticipantInput', 'TransferContactToQueue'].includes(
    type,
  );

describe('COMMON-54: flows as Amazon Connect takes them', () => {
  test('there are the flows of the architecture', () => {
    expect(flowFiles.map(({ name, type }) => `${type} ${name}`)).toEqual([
      'CONTACT_FLOW reflex/accueil',
      'CUSTOMER_WHISPER reflex/annonce-appelant',
      'AGENT_WHISPER reflex/annonce-conseiller',
      'CUSTOMER_QUEUE reflex/file-attente',
      'CUSTOMER_QUEUE reflex/file-campagne',
      'CUSTOMER_HOLD reflex/garde-appelant',
      'AGENT_HOLD reflex/garde-conseiller',
      'CONTACT_FLOW reflex/rappel-sortant',
      'CONTACT_FLOW samps/accueil',
      'CUSTOMER_WHISPER samps/annonce-appelant',
      'AGENT_WHISPER samps/annonce-conseiller',
      'OUTBOUND_WHISPER samps/annonce-rappel',
      'CUSTOMER_QUEUE samps/file-attente',
      'CUSTOMER_QUEUE samps/file-rappel',
      'CUSTOMER_HOLD samps/garde-appelant',
      'AGENT_HOLD samps/garde-conseiller',
      'CONTACT_FLOW samps/rappel-sortant',
      'CONTACT_FLOW suivi/accueil',
      'CUSTOMER_WHISPER suivi/annonce-appelant',
      'AGENT_WHISPER suivi/annonce-conseiller',
      'CUSTOMER_QUEUE suivi/file-attente',
      'CUSTOMER_QUEUE suivi/file-campagne',
      'CUSTOMER_HOLD suivi/garde-appelant',
      'AGENT_HOLD suivi/garde-conseiller',
      'CONTACT_FLOW suivi/rappel-sortant',
      'MODULE samps/choix-prestation',
      'MODULE samps/numero-appelant',
    ]);
  });

  test.each(flowFiles)('$path is named after its flow', ({ path, name }) => {
    expect(path).toMatch(new RegExp(`^contact-flows/(flows|modules)/${name}\\.json$`));
  });

  test.each(flowFiles)('$name: the checker finds nothing in what is written, no error in what is deployed', (file) => {
    expect(checkFlow(parsed(file, file.content))).toEqual([]);
    expect(checkFlow(parsed(file), { errorsOnly: true })).toEqual([]);
  });

  test.each(named)('$name: no action is unreachable', ({ flow }) => {
    expect([...flow.actions.keys()].filter((identifier) => !reachable(flow).has(identifier))).toEqual([]);
  });

  test.each(named)('$name: identifiers can be read in the console', ({ flow }) => {
    for (const identifier of flow.actions.keys()) expect(identifier).toMatch(/^[a-z0-9-]{3,50}$/);
  });
});

describe('SAMPS-02: nobody is dropped without a word', () => {
  test('every error branch leads to words or a person before any hang-up', () => {
    const silentEnds = everyFlow.flatMap((flow) =>
      actionsOf(flow)
        // A goodbye that cannot be said comes after all that had to be.
        .filter(({ identifier }) => identifier !== 'au-revoir')
        .flatMap(({ identifier, errors }) =>
          errors
            .filter(({ nextAction }) =>
              [...reachedWithout(flow, nextAction, isHeard)].some(
                (reached) => flow.actions.get(reached)?.type === 'DisconnectParticipant',
              ),
            )
            .map(({ errorType }) => `${flow.name} ${identifier} ${errorType}`),
        ),
    );
    expect(silentEnds).toEqual([]);
  });

  test('we hang up only after saying goodbye', () => {
    for (const flow of everyFlow) {
      const ends = actionsOf(flow).filter(({ type }) => type === 'DisconnectParticipant');
      const before = actionsOf(flow).filter(({ nextAction, conditions, errors }) =>
        [nextAction, ...[...conditions, ...errors].map((branch) => branch.nextAction)].some((to) =>
          ends.some(({ identifier }) => identifier === to),
        ),
      );
      for (const { parameters } of before) expect(String(parameters['Text'])).toContain('Au revoir');
    }
  });
});
