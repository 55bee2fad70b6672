import { createHash } from 'node:crypto';
import { CustomResource, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { ContentSeedsProperties } from '../../contracts/custom-resources.ts';
import type { NamedContact } from '../../domain/contact/named-contact.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { createAlertFunctions } from '../alerts/alert-functions.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { InstanceStack } from '../contact-centre/instance-stack.ts';
import type { CentreDataStack } from '../data/centre-data-stack.ts';
import type { DataStack } from '../data/data-stack.ts';
import type { FollowUpHandlers } from '../follow-up/follow-up-stack.ts';
import type { CentreHouse, House } from '../house.ts';
import { createKnowledgeFunctions } from '../knowledge/knowledge-functions.ts';
import { createMessageFunctions } from '../messaging/message-functions.ts';
import { createOutboundFunctions } from '../outbound/outbound-functions.ts';
import { createDashboardFunctions } from '../reporting/dashboard-functions.ts';
import { createSurveyFunctions } from '../survey/survey-functions.ts';
import { createLiveConnect } from '../web/live-connect-function.ts';
import type { RoutedFunctions } from '../web/routes-stack.ts';
import { createSession } from '../web/session-function.ts';
import type { SiteStack } from '../web/site-stack.ts';
import { createCallbackFunctions } from './callback-functions.ts';
import type { CentreFunctions } from './centre-functions.ts';
import { createContentSeeds, createNumberAssociation } from './deployment-actions.ts';
import { createDeskContext } from './desk-context-function.ts';
import { createDeskFunctions } from './desk-functions.ts';
import { createFlowFunctions } from './flow-functions.ts';
import type { Ground, WebGround } from './granted.ts';
import { createManualCalls } from './manual-calls-function.ts';
import { createAuthorizer, createReportPage, createSignIn } from './page-functions.ts';
import { createRecordFunctions } from './record-functions.ts';
import { createReportFunctions } from './report-functions.ts';
import { createSupervision } from './supervision-functions.ts';

/** What a contact centre has beside. */
export interface CentreStacks {
  readonly house: CentreHouse;
  readonly data: CentreDataStack;
  readonly instance: InstanceStack;
  /** Functions of a stack of their own that the API asks. */
  readonly followUp: FollowUpHandlers;
}

/** Every function with what wakes it. None knows a queue or a flow: those come after, and reach functions through the registry (design decision 2). */
export class FunctionsStack extends Stack {
  /** What the contact centre needs of them; absent where there is none. */
  readonly centre: CentreFunctions | undefined;
  /** What the routes of the site lead to. */
  readonly routed: RoutedFunctions;

  constructor(
    scope: Construct,
    id: string,
    house: House,
    stacks: { readonly data: DataStack; readonly site: SiteStack; readonly centre: CentreStacks | undefined },
    props: StackProps,
  ) {
    super(scope, id, props);
    const { url, signIn, live } = stacks.site;
    const ground: WebGround = { house, data: stacks.data, publicUrl: url };
    const calls: Ground | undefined =
      stacks.centre === undefined || live === undefined ? undefined : { ...stacks.centre, publicUrl: url, live };
    const flowFunctions = calls === undefined ? undefined : createFlowFunctions(this, calls);
    if (calls !== undefined) {
      createRecordFunctions(this, calls);
      createCallbackFunctions(this, calls);
    }
    const liveConnect = calls === undefined ? undefined : createLiveConnect(this, calls, signIn);
    this.routed = {
      handlers: {
        ...(calls === undefined || liveConnect === undefined ? {} : createCentrePages(this, calls, url, liveConnect)),
        ...stacks.centre?.followUp,
        ...createSignIn(this, ground, { publicUrl: url, signIn }),
        ...createMessageFunctions(this, ground, url),
        ...createAlertFunctions(this, ground, { publicUrl: url, signIn }),
      },
      authorizer: createAuthorizer(this, ground, signIn),
      ...(liveConnect === undefined ? {} : { liveConnect }),
    };
    const numberAssociation = calls === undefined ? undefined : createNumberAssociation(this, calls);
    const contentSeeds = createContentSeeds(this, ground);
    this.centre =
      flowFunctions === undefined || numberAssociation === undefined
        ? undefined
        : { flowFunctions, actions: { contentSeeds, numberAssociation } };
    for (const { programme, centre } of house.programmes) {
      // Where people call, content comes with the flows that speak it.
      if (centre === undefined) {
        new CustomResource(this, `Seeds-${programme.name}`, {
          resourceType: 'Custom::ContentSeeds',
          serviceToken: contentSeeds.serviceToken,
          properties: { ...seedsOf(programme) },
        });
      }
    }
  }
}

/** The content a programme starts with: run again only when it changes (design decision 15). */
export function seedsOf(programme: Programme, contacts?: readonly NamedContact[]): ContentSeedsProperties {
  return {
    Programme: programme.name,
    ...(contacts === undefined ? {} : { Contacts: JSON.stringify(contacts) }),
    SeedsHash: createHash('sha256').update(JSON.stringify(programme)).digest('hex'),
  };
}

/** Pages, and what the desk asks, that there are only where people call or are called. */
function createCentrePages(scope: Construct, ground: Ground, publicUrl: string, liveConnect: HandlerFunction) {
  createReportFunctions(scope, ground, publicUrl);
  createDashboardFunctions(scope, ground, publicUrl);
  return {
    ...createReportPage(scope, ground),
    ...createSession(scope, ground),
    ...createDeskFunctions(scope, ground),
    ...createDeskContext(scope, ground),
    ...createManualCalls(scope, ground),
    ...createSupervision(scope, ground, liveConnect),
    ...createOutboundFunctions(scope, ground, publicUrl),
    ...createSurveyFunctions(scope, ground, publicUrl),
    ...createKnowledgeFunctions(scope, ground),
  };
}
