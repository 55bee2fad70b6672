import { CfnOutput, Lazy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { InstanceStack } from '../contact-centre/instance-stack.ts';
import type { DataStack } from '../data/data-stack.ts';
import { createFollowUpFunctions } from '../follow-up/follow-up-functions.ts';
import type { House } from '../house.ts';
import { createMessageFunctions } from '../messaging/message-functions.ts';
import { createOutboundFunctions } from '../outbound/outbound-functions.ts';
import { createDashboardFunctions } from '../reporting/dashboard-functions.ts';
import { createSurveyFunctions } from '../survey/survey-functions.ts';
import { SignInPool } from '../web/sign-in-pool.ts';
import { WebApi } from '../web/web-api.ts';
import { createCallbackFunctions } from './callback-functions.ts';
import { createDeploymentActions, type DeploymentActions } from './deployment-actions.ts';
import { createDeskFunctions } from './desk-functions.ts';
import { createFlowFunctions, type FlowFunctions } from './flow-functions.ts';
import type { Ground } from './granted.ts';
import { createAuthorizer, createPageFunctions } from './page-functions.ts';
import { createRecordFunctions } from './record-functions.ts';
import { createReportFunctions } from './report-functions.ts';

/** Every function with what wakes it. None knows a queue or a flow: those come after, and reach functions through the registry (design decision 2). */
export class FunctionsStack extends Stack {
  readonly flowFunctions: FlowFunctions;
  readonly actions: DeploymentActions;

  constructor(
    scope: Construct,
    id: string,
    house: House,
    stacks: { readonly data: DataStack; readonly instance: InstanceStack },
    props: StackProps,
  ) {
    super(scope, id, props);
    // Functions that nobody calls over HTTP come before the API, and write its address in their notices.
    const ground: Ground = { house, ...stacks, publicUrl: Lazy.string({ produce: () => web.url }) };
    this.flowFunctions = createFlowFunctions(this, ground);
    createRecordFunctions(this, ground);
    createCallbackFunctions(this, ground);

    const web = new WebApi(this, 'Web', { house });
    const signIn = new SignInPool(this, 'SignInPool', { house, publicUrl: web.url });
    createReportFunctions(this, ground, web.url);
    createDashboardFunctions(this, ground, web.url);
    web.addRoutes(
      {
        ...createPageFunctions(this, ground, { publicUrl: web.url, signIn }),
        ...createDeskFunctions(this, ground),
        ...createOutboundFunctions(this, ground, web.url),
        ...createSurveyFunctions(this, ground, web.url),
        ...createMessageFunctions(this, ground, web.url),
        ...createFollowUpFunctions(this, ground),
      },
      createAuthorizer(this, ground, signIn),
    );
    this.actions = createDeploymentActions(this, ground);
    new CfnOutput(this, 'WebUrl', { value: web.url, description: 'Pages of the client and API of the agent desk' });
  }
}
