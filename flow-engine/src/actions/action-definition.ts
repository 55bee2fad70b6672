import type { Channel } from '../contact/contact-state.ts';
import type { Finding } from '../finding.ts';
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
    readonly operators: readonly Operator[];
    /** Absent = any operand. */
    readonly operands?: readonly string[];
    /** Operands each of which needs a condition. */
    readonly required?: readonly string[];
    /** At least one condition must exist. */
    readonly atLeastOne?: boolean;
  };
  /** `required` must all be there; `optional` may be; any other ErrorType is refused. */
  readonly errors: { readonly required: readonly string[]; readonly optional: readonly string[] };
  /** `none`: terminal, Transitions must be `{}`. `placeholder`: never taken (exports point it anywhere). */
  readonly next: 'required' | 'placeholder' | 'none';
}

/** How far the engine goes with an action, for the support matrix. */
export type Support =
  /** Everything documented, inside the engine. */
  | 'simulated'
  /** The host answers (capability or suspension); the engine does the rest. */
  | 'host'
  /** Recorded on the contact, no effect the engine could show. */
  | 'recorded';

type PlacementScope = readonly FlowType[] | 'all' | 'modules';

export interface ActionDefinition {
  readonly type: string;
  readonly group: keyof typeof pagePrefixes;
  readonly support: Support;
  readonly parameters: ObjectRule;
  /** A function when the branches depend on the parameters. */
  readonly branches: BranchRule | ((action: Action) => BranchRule);
  readonly flowTypes: PlacementScope;
  /** Channels on which it works; elsewhere it takes its error branch or does nothing. */
  readonly channels: readonly Channel[] | 'all';
  /** Where the rules come from. @default the action's own page of the developer guide */
  readonly source?: string;
  /** What sources leave unconfirmed or contradict, and what is done about it. */
  readonly notes?: readonly string[];
  /** Rules that the shapes above cannot express. */
  readonly check?: (action: Action) => readonly Omit<Finding, 'flow' | 'action' | 'source'>[];
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

export const isLegalError = (rule: BranchRule, errorType: string): boolean =>
  rule.errors.required.includes(errorType) || rule.errors.optional.includes(errorType);

/** Branches of most actions: a next action and a `NoMatchingError`. */
export const nextOrError: BranchRule = { errors: { required: ['NoMatchingError'], optional: [] }, next: 'required' };
export const nextErrorOptional: BranchRule = {
  errors: { required: [], optional: ['NoMatchingError'] },
  next: 'required',
};
export const nextOnly: BranchRule = { errors: { required: [], optional: [] }, next: 'required' };
export const terminal: BranchRule = { errors: { required: [], optional: [] }, next: 'none' };

export const inboundAndTransfers: readonly FlowType[] = [
  'CONTACT_FLOW',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'CAMPAIGN',
];
export const inboundTransfersAndQueue: readonly FlowType[] = [...inboundAndTransfers, 'CUSTOMER_QUEUE'];
