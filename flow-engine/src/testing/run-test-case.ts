import { type ContactInit, contactIn, createContactState } from '../contact/create-contact-state.ts';
import type { HostCapabilities } from '../host/host-capabilities.ts';
import type { Flow } from '../model/flow.ts';
import type { FlowEvent } from '../run/flow-event.ts';
import type { Doubles } from '../world/doubles.ts';
import type { MessageRules } from './message-collector.ts';
import type { TestCase } from './test-case.ts';
import { TestSession } from './test-session.ts';

export interface TestCaseOptions {
  /** The flow of the entry point. */
  readonly flow: Flow;
  /** What the instance knows: other flows, modules, queues, hours. What overrides replace is asked of them first. */
  readonly host?: HostCapabilities;
  readonly doubles?: Doubles;
  readonly contact?: Partial<ContactInit>;
  /** @default field */
  readonly messages?: MessageRules;
  /** Virtual seconds after which the service gives up. @default 300 */
  readonly limitSeconds?: number;
  readonly onEvent?: (event: FlowEvent) => void;
}

export interface ObservationResult {
  readonly identifier: string;
  readonly status: 'PASSED' | 'FAILED';
  readonly times: number;
}

export interface TestResult {
  readonly name: string;
  readonly status: 'PASSED' | 'FAILED';
  readonly observations: readonly ObservationResult[];
  /** Why it failed, each a sentence. */
  readonly failures: readonly string[];
  /** What happened, line by line, with virtual seconds: what to read when an observation never matches. */
  readonly trace: readonly string[];
  /** Values of LogData commands, by label. */
  readonly log: Readonly<Record<string, string>>;
}

/** Runs one native test case against a flow, in virtual time. */
export const runTestCase = (testCase: TestCase, options: TestCaseOptions): TestResult => {
  const contact = createContactState({
    contactId: 'test-contact',
    segmentAttributes: { 'connect:ValidationTestType': 'EXPERIENCE_VALIDATION' },
    ...contactIn(options.flow),
    ...options.contact,
    attributes: { ...options.contact?.attributes, ...testCase.attributes },
  });
  return new TestSession(testCase, contact, options).run();
};
