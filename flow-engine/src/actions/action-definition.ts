import type { Channel } from '../contact/contact-state.ts';
import type { Finding } from '../finding.ts';
import { noMatchingError } from '../model/error-types.ts';
import type { Action } from '../model/flow.ts';
import type { FlowType } from '../model/flow-type.ts';
import type { Outcome } from '../run/outcome.ts';
import type { Step } from '../run/step.ts';
import type { ObjectRule } from './parameter-rule.ts';

export const operators = [
  'Equals',
  'TextStartsWith',
  'TextEndsWith',
  'TextContains',
  'NumberGreaterThan',
  'NumberGreaterOrEqualTo',
  'NumberLessThan',
  'NumberLessOrEqualTo',
] as const;
export type Operator = (typeof operators)[number];

/** The branches an action may and must have. */
export interface BranchRule {
  readonly conditions?: {
    /** @default Equals alone */
    readonly operators?: readonly Operator[];
    /** Absent = any operand. */
    readonly operands?: readonly string[];
    /** Operands each of which needs a condition. */
    readonly required?: readonly string[];
    /** At least one condition must exist. */
    readonly atLeastOne?: boolean;
  };
  /** These must all be there; `optionalErrors` may be; any other ErrorType is refused. */
  readonly errors: readonly string[];
  readonly optionalErrors?: readonly string[];
  /** `none`: terminal, Transitions must be `{}`. `placeholder`: never taken (exports point it anywhere). @default required */
  readonly next?: 'placeholder' | 'none';
}

type PlacementScope = readonly FlowType[] | 'all' | 'modules';

export interface ActionDefinition {
  readonly type: string;
  readonly group: keyof typeof pagePrefixes;
  readonly parameters: ObjectRule;
  /** A function when the branches depend on the parameters. */
  readonly branches: BranchRule | ((action: Action) => BranchRule);
  readonly flowTypes: PlacementScope;
  /** Channels on which it works; elsewhere it takes its error branch or does nothing. */
  readonly channels: readonly Channel[] | 'all';
  /** Where the rules come from. @default the action's own page of the developer guide */
  readonly source?: string;
  /** Rules that the shapes above cannot express. */
  readonly check?: (
    action: Action,
  ) => readonly (Omit<Finding, 'flow' | 'action' | 'source' | 'severity'> & Partial<Pick<Finding, 'severity'>>)[];
  run(step: Step): Outcome;
}

/** How the developer guide begins the names of the pages of each group of actions. */
const pagePrefixes = {
  participant: 'participant-actions-',
  'flow-control': 'flow-control-actions-',
  contact: 'contact-actions-',
  integration: 'interactions-',
  service: '',
} as const;

export const sourceOf = ({ source, group, type }: ActionDefinition): string =>
  source ?? `devguide: ${pagePrefixes[group]}${type.toLowerCase()}`;

export const branchesOf = (definition: ActionDefinition, action: Action): BranchRule =>
  typeof definition.branches === 'function' ? definition.branches(action) : definition.branches;

/** Errors that an action must have, then those it may have. */
export const errorsOf = ({ errors, optionalErrors = [] }: BranchRule): readonly string[] => [
  ...errors,
  ...optionalErrors,
];

export const isLegalError = (rule: BranchRule, errorType: string): boolean => errorsOf(rule).includes(errorType);

/** Branches of most actions: a next action and a `NoMatchingError`. */
export const nextOrError: BranchRule = { errors: [noMatchingError] };
export const nextErrorOptional: BranchRule = {
  errors: [],
  optionalErrors: [noMatchingError],
};
export const nextOnly: BranchRule = { errors: [] };
export const terminal: BranchRule = { errors: [], next: 'none' };

type Own = 'type' | 'parameters' | 'run';

/** An action, with what most have in common filled in: the host answers, it goes on or fails, anywhere and on any channel. */
export const defineAction = (
  definition: Pick<ActionDefinition, Own> & Partial<Omit<ActionDefinition, Own>>,
): ActionDefinition => ({
  group: 'contact',
  branches: nextOrError,
  flowTypes: 'all',
  channels: 'all',
  ...definition,
});

export const inboundAndTransfers: readonly FlowType[] = [
  'CONTACT_FLOW',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'CAMPAIGN',
];
export const inboundTransfersAndQueue: readonly FlowType[] = [...inboundAndTransfers, 'CUSTOMER_QUEUE'];
