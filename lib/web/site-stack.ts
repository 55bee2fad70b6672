import { DomainName, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { CfnOutput, Lazy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { InstanceStack } from '../contact-centre/instance-stack.ts';
import type { CentreDataStack } from '../data/centre-data-stack.ts';
import type { CentreHouse, House } from '../house.ts';
import { LiveApi } from './live-api.ts';
import { SignInPool } from './sign-in-pool.ts';
import { createWebApp } from './web-app.ts';

/** What the site of a contact centre is made from beside. */
export interface SiteOfCentre {
  readonly house: CentreHouse;
  readonly data: CentreDataStack;
  readonly instance: InstanceStack;
}

/**
 * Where people go: the name of the site, who may sign in, and the APIs without their routes, which come after the functions they lead to. Before all
 * functions, since those write its address.
 */
export class SiteStack extends Stack {
  readonly api: HttpApi;
  readonly signIn: SignInPool;
  /** Absent where nobody calls. */
  readonly live: LiveApi | undefined;
  /** Public base URL, without a trailing slash. */
  readonly url: string;

  constructor(
    scope: Construct,
    id: string,
    { house, centre }: { readonly house: House; readonly centre: SiteOfCentre | undefined },
    props: StackProps,
  ) {
    super(scope, id, props);
    this.api = new HttpApi(this, 'Api', { apiName: house.name('web'), createDefaultStage: false });
    // Signing in comes back to the site, and the site says where signing out goes on to.
    this.signIn = new SignInPool(this, 'SignInPool', { house, publicUrl: Lazy.string({ produce: () => this.url }) });
    this.live = centre === undefined ? undefined : new LiveApi(this, 'Live', centre);
    this.url =
      centre === undefined || this.live === undefined
        ? this.#ownUrl(house)
        : createWebApp(this, { ...centre, api: this.api, live: this.live, signIn: this.signIn }).url;
    new CfnOutput(this, 'WebUrl', { value: this.url, description: 'Pages of the client and API of the agent desk' });
  }

  /** Of a site without a contact centre: the API itself, under the name of the deployment when it has one. */
  #ownUrl({ deployment }: House): string {
    if (deployment.domain === undefined) {
      return this.api.apiEndpoint;
    }
    const { name, certificateArn } = deployment.domain;
    const domain = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
    });
    new CfnOutput(this, 'WebTarget', {
      value: domain.regionalDomainName,
      description: `Where the DNS of ${name} points`,
    });
    return `https://${name}`;
  }
}
