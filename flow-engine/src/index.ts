export { type CheckOptions, checkFlow } from './check/check-flow.ts';
export { checkModules } from './check/check-modules.ts';
export {
  type AgentInfo,
  type Channel,
  type ContactState,
  type Endpoint,
  type EventHook,
  eventHooks,
  type QueueInfo,
  type Voice,
} from './contact/contact-state.ts';
export { type ContactInit, contactIn, createContactState } from './contact/create-contact-state.ts';
export { BranchCoverage, type CoveredTransition, type FlowCoverage } from './coverage/branch-coverage.ts';
export { coverageHtml } from './coverage/coverage-html.ts';
export { coverageLcov } from './coverage/coverage-lcov.ts';
export { branchLabel, coverageText } from './coverage/coverage-text.ts';
export { drawMermaid } from './draw/draw-mermaid.ts';
export { type DrawOptions, drawSvg } from './draw/draw-svg.ts';
export { explainFlow } from './draw/explain-flow.ts';
export { placeOf } from './draw/summary.ts';
export { type Discovery, type Exploration, type ExploreOptions, exploreFlow } from './explore/explore-flow.ts';
export type { Finding, Severity } from './finding.ts';
export {
  type Generated,
  type GeneratedTestCase,
  type GenerateOptions,
  generateTestCases,
} from './generate/generate-test-cases.ts';
export type { MissedBranch } from './generate/missed-branches.ts';
export { reachable, type Transition, transitionsOf } from './graph/transitions.ts';
export { type Answer, answer, refuse } from './host/answer.ts';
export {
  type CallbackRequest,
  type HostCapabilities,
  type HoursQuestion,
  type MetricQuestion,
  type PhoneQuestion,
  type QueueMetric,
  queueMetrics,
  type RoutingTarget,
} from './host/host-capabilities.ts';
export type { JsonObject, JsonValue } from './json/json.ts';
export { layoutFlow, type Position } from './layout/layout-flow.ts';
export type { Action, Condition, ErrorBranch, Flow, ModuleBranch } from './model/flow.ts';
export { type FlowType, flowTypes } from './model/flow-type.ts';
export { type Parsed, type ParseOptions, parseFlow } from './parse/parse-flow.ts';
export type { FlowEvent, Via } from './run/flow-event.ts';
export { FlowRun, type FlowRunOptions } from './run/flow-run.ts';
export { MissingCapability, type RunError, UnexpectedSignal } from './run/run-error.ts';
export { isKey, type Key, type LambdaFailure, type Signal } from './run/signal.ts';
export { type SpokenPrompt, wordsOf } from './run/spoken-prompt.ts';
export type {
  EndedSuspension,
  EndReason,
  InputSuspension,
  IterativePromptsSuspension,
  LambdaSuspension,
  LexSuspension,
  PromptSuspension,
  ServiceSuspension,
  Suspension,
  ThirdPartySuspension,
  ViewSuspension,
  WaitSuspension,
} from './run/suspension.ts';
export { type ParsedTestCase, parseTestCase } from './testing/parse-test-case.ts';
export { type ObservationResult, runTestCase, type TestCaseOptions, type TestResult } from './testing/run-test-case.ts';
export type { Observation, TestAction, TestCase, TestEvent } from './testing/test-case.ts';
export { answerByDouble, type Doubles, type LambdaAnswer } from './world/doubles.ts';
