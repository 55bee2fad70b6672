import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { House } from '../house.ts';
import type { SiteStack } from './site-stack.ts';
import { type RouteHandlers, WebRoutes } from './web-routes.ts';

/** What the APIs lead to. */
export interface RoutedFunctions {
  readonly handlers: RouteHandlers;
  readonly authorizer: HandlerFunction;
  /** Takes the connections of live pages; absent where there are none. */
  readonly liveConnect?: HandlerFunction;
}

/** The routes of the site's APIs: after the functions, in a stack of their own since one stack holds 500 resources at most. */
export class RoutesStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    {
      house,
      site,
      functions,
    }: { readonly house: House; readonly site: SiteStack; readonly functions: RoutedFunctions },
    props: StackProps,
  ) {
    super(scope, id, props);
    new WebRoutes(this, 'Web', { house, api: site.api, ...functions });
    if (functions.liveConnect !== undefined) {
      site.live?.addRoutes(this, functions.liveConnect);
    }
  }
}
