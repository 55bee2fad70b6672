import { CfnContactFlow, CfnContactFlowModule, CfnQueue, CfnRoutingProfile } from 'aws-cdk-lib/aws-connect';
import { Construct, type IDependable } from 'constructs';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { ProgrammeOfCentre } from '../house.ts';
import type { AlarmDesk } from '../monitoring/alarm-desk.ts';
import { flowAlarm, queueAlarm } from './centre-alarms.ts';
import { creationOrder, type Step } from './creation-order.ts';
import { checkedFlow, withPositions } from './flow-check.ts';
import { type FlowFile, FlowFileError } from './flow-file.ts';
import { fillPlaceholders, type KnownNames, type ReferenceKind, referencesOf } from './placeholders.ts';

export interface ProgrammeCentreProps {
  readonly alarms: AlarmDesk;
  readonly programme: ProgrammeOfCentre;
  readonly instanceArn: string;
  readonly instanceId: string;
  readonly hours: ReadonlyMap<string, string>;
  readonly functions: Readonly<Record<string, HandlerFunction>>;
  /** What Connect must know before it accepts a flow that calls a function. */
  readonly associations: IDependable;
  readonly files: readonly FlowFile[];
  /** Number shown to people who are called. */
  readonly callerId: string | undefined;
}

/** Queues, flows, modules and routing profiles of one programme, in the order their references ask for. */
export class ProgrammeCentre extends Construct {
  /** ARN by name. */
  readonly queues = new Map<string, string>();
  readonly flows = new Map<string, string>();
  readonly routingProfiles = new Map<string, string>();
  readonly #modules = new Map<string, string>();
  readonly #props: ProgrammeCentreProps;

  constructor(scope: Construct, id: string, props: ProgrammeCentreProps) {
    super(scope, id);
    this.#props = props;
    const { centre } = props.programme;
    const whisper = outboundWhisper(props.files);
    const known = namesOf(props);

    const steps: readonly (Step & { readonly create: () => void })[] = [
      ...props.files.map((file) => ({
        name: `${file.type === undefined ? 'module' : 'flow'}:${file.name}`,
        needs: referencesOf(file, known).map(({ kind, name }) => `${kind}:${name}`),
        create: () => this.#createFlow(file),
      })),
      ...centre.queues.map((queue) => ({
        name: `queue:${queue.name}`,
        needs: whisper === undefined ? [] : [`flow:${whisper.name}`],
        create: () => this.#createQueue(queue, whisper),
      })),
    ];
    for (const step of creationOrder(steps)) {
      step.create();
    }
    for (const profile of centre.routingProfiles) {
      this.#createRoutingProfile(profile);
    }
  }

  #createFlow(file: FlowFile): void {
    const { instanceArn, instanceId, associations, alarms } = this.#props;
    const content = JSON.stringify(
      withPositions(
        fillPlaceholders(file, (kind, name) => this.#valueOf(kind, name)),
        checkedFlow(file),
      ),
    );
    const { name, description } = file;
    const id = name.slice(name.indexOf('/') + 1);
    if (file.type === undefined) {
      const created = new CfnContactFlowModule(this, `Module-${id}`, { instanceArn, name, description, content });
      created.node.addDependency(associations);
      this.#modules.set(name, created.attrContactFlowModuleArn);
    } else {
      const created = new CfnContactFlow(this, `Flow-${id}`, {
        instanceArn,
        name,
        description,
        content,
        type: file.type,
      });
      created.node.addDependency(associations);
      this.flows.set(name, created.attrContactFlowArn);
      if (file.type === 'CONTACT_FLOW') {
        flowAlarm(created, alarms, { instanceId, name });
      }
    }
  }

  #createQueue(
    { name, description, maxContacts }: ProgrammeOfCentre['centre']['queues'][number],
    whisper: FlowFile | undefined,
  ): void {
    const { instanceArn, instanceId, callerId, programme, alarms } = this.#props;
    const queue = new CfnQueue(this, `Queue-${name}`, {
      instanceArn,
      name,
      description,
      maxContacts,
      hoursOfOperationArn: this.#valueOf('hours', programme.centre.hours.name),
      outboundCallerConfig: {
        outboundCallerIdName: programme.programme.title,
        ...(callerId === undefined ? {} : { outboundCallerIdNumberArn: callerId }),
        ...(whisper === undefined ? {} : { outboundFlowArn: this.#valueOf('flow', whisper.name) }),
      },
    });
    this.queues.set(name, queue.attrQueueArn);
    queueAlarm(queue, alarms, { instanceId, name, description });
  }

  #createRoutingProfile(profile: ProgrammeOfCentre['centre']['routingProfiles'][number]): void {
    const created = new CfnRoutingProfile(this, `RoutingProfile-${profile.name}`, {
      instanceArn: this.#props.instanceArn,
      name: profile.name,
      description: profile.description,
      defaultOutboundQueueArn: this.#valueOf('queue', profile.outboundQueue),
      mediaConcurrencies: [{ channel: 'VOICE', concurrency: 1 }],
      queueConfigs: profile.queues.map(({ name, priority, delaySeconds }) => ({
        delay: delaySeconds,
        priority,
        queueReference: { channel: 'VOICE', queueArn: this.#valueOf('queue', name) },
      })),
    });
    this.routingProfiles.set(profile.name, created.attrRoutingProfileArn);
  }

  /** What a placeholder becomes. Creation order has made everything that is created here. */
  #valueOf(kind: ReferenceKind, name: string): string {
    const { functions, hours, programme } = this.#props;
    const values: Readonly<Record<ReferenceKind, string | undefined>> = {
      function: functions[name]?.fn.functionArn,
      queue: this.queues.get(name),
      flow: this.flows.get(name),
      module: this.#modules.get(name),
      hours: hours.get(name),
      text: programme.centre.flowTexts[name],
    };
    const value = values[kind];
    if (value === undefined) {
      throw new FlowFileError(`Programme "${programme.programme.name}" has no ${kind} "${name}"`);
    }
    return value;
  }
}

function namesOf({ files, functions, programme, hours }: ProgrammeCentreProps): KnownNames {
  return {
    function: Object.keys(functions),
    queue: programme.centre.queues.map(({ name }) => name),
    flow: files.filter(({ type }) => type !== undefined).map(({ name }) => name),
    module: files.filter(({ type }) => type === undefined).map(({ name }) => name),
    hours: [...hours.keys()].filter((name) => name === programme.centre.hours.name),
    text: Object.keys(programme.centre.flowTexts),
  };
}

/** The one flow of the programme that people hear first when an agent or a callback rings them. */
function outboundWhisper(files: readonly FlowFile[]): FlowFile | undefined {
  const found = files.filter(({ type }) => type === 'OUTBOUND_WHISPER');
  if (found.length > 1) {
    throw new FlowFileError(
      `${found.map(({ path }) => path).join(' and ')}: a programme has at most one OUTBOUND_WHISPER flow, which all its queues use`,
    );
  }
  return found[0];
}
