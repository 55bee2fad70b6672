import { type ActionDefinition, branchesOf, sourceOf } from './actions/action-definition.ts';
import { actionDefinitions } from './actions/action-table.ts';
import { legacyRows } from './legacy/legacy-rows.ts';
import { flowOrders, insideTheEngine, onlyRecorded, supportNotes } from './support-notes.ts';

const supportOf = (type: string): string =>
  insideTheEngine.includes(type)
    ? 'inside the engine'
    : onlyRecorded.includes(type)
      ? 'recorded on the contact'
      : 'host answers';

const placesOf = ({ flowTypes }: ActionDefinition): string =>
  flowTypes === 'all'
    ? 'all'
    : flowTypes === 'modules'
      ? 'modules'
      : flowTypes.join(', ').toLowerCase().replaceAll('_', ' ');

const emptyAction = {
  identifier: '',
  type: '',
  parameters: {},
  conditions: [],
  errors: [],
  written: { transitions: true, conditions: false, errors: false, nextAction: false },
};

const rowOf = (definition: ActionDefinition): string => {
  const { type, channels } = definition;
  const { errors, optionalErrors = [] } = branchesOf(definition, emptyAction);
  const listed = [...errors, ...optionalErrors.map((name) => `(${name})`)].join(' ') || '—';
  return `| ${type} | ${supportOf(type)} | ${placesOf(definition)} | ${channels === 'all' ? 'all' : channels.join(' ')} | ${listed} |`;
};

/** The support matrix in Markdown, from the same definitions that run and check. */
export const supportMatrix = (): string =>
  [
    '# What the engine supports',
    '',
    'Generated from the code by `npm run docs` in this package; a test compares the two.',
    'Errors in brackets are accepted, the others required.',
    '',
    '| Action | Done | Flow types | Channels | Errors |',
    '| --- | --- | --- | --- | --- |',
    ...actionDefinitions.map(rowOf),
    '',
    '## Left unconfirmed by the sources, and what is done',
    '',
    ...actionDefinitions.flatMap((definition) =>
      (supportNotes[definition.type] ?? []).map(
        (note) => `- **${definition.type}**: ${note} [${sourceOf(definition)}]`,
      ),
    ),
    '- **References**: one to nothing is spoken as nothing, sets an empty value, and matches nothing in Compare. An inline reference ends before punctuation.',
    '- **Failure without a branch for it**: the run stops with `unhandled-flow-error`; the administrator guide says a prompt stops the flow, for other actions nothing is documented.',
    '- **Lambda event**: `Tags` and `SegmentAttributes` are added to the documented sample.',
    '',
    '## Native test cases',
    '',
    '- Where sources spell something in two ways, both are read: `MatchingCriteria` inside `Properties` or beside them, keys as text or number,',
    '  `InHours` and `InHour`, `Text` and `Value` of an utterance, transitions absent, empty or with an empty list.',
    '- **Messages** (one team, live instances, Feb 2026: UNCONFIRMED): prompts in a row are one message; inputs and silent actions end it; an input',
    '  that leads straight back to itself says nothing new; after a key that matches nothing the menu is heard again before the error message,',
    '  and silent actions between the two end that message behind the error, where a key pressed at once is lost; the own text of a bot is not heard.',
    '- **Similarity**: the service does not say how it decides. Here: three quarters of the words, without case and punctuation (UNCONFIRMED).',
    '- Any language is matched here; the service observes messages in English only.',
    '- Calls to other services (profiles, cases, tasks…), guides, third parties and events of a wait have no instruction and no override: a double',
    '  answers them here, and `generate` ends its cases before them and says so.',
    '',
    '## Flow types and their order',
    '',
    'One run is one flow with the flows it transfers to; the host starts the next one. Which flow that is, the contact says',
    '(`eventHooks`, `disabledHooks`); without a hook it is the default flow of the instance.',
    '',
    '| A contact that begins as | meets, in order |',
    '| --- | --- |',
    ...Object.entries(flowOrders).map(([initiation, flows]) => `| ${initiation} | ${flows.join(' → ')} |`),
    '',
    '## Exports of the old console (before 2021)',
    '',
    'Read and converted; what the console itself makes of each block is known from flows published in both formats. Any other block, and a',
    'parameter or branch that no such pair explains, is a `legacy-block` error: the rest is converted, and a contact that reaches it stops there.',
    '',
    '| Old block | Becomes |',
    '| --- | --- |',
    ...[...legacyRows].map(([kind, [type]]) => `| ${kind} | ${type} |`),
    '',
    '## Not supported',
    '',
    '- Any other action type: `unknown-action-type`, when checking and when running.',
    '- Nested or logical conditions: their names are documented nowhere.',
    '- Array loops, async "load Lambda result", event waits on voice, hours-override conditions: their JSON is documented nowhere.',
    '- `SendNotification` as a flow action: in no source.',
    '',
  ].join('\n');
