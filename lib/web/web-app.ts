import { join } from 'node:path';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  type DistributionProps,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { CfnApprovedOrigin } from 'aws-cdk-lib/aws-connect';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Aws, CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct, type IConstruct } from 'constructs';
import { liveStage } from '../../contracts/live.ts';
import { routes } from '../../contracts/routes.ts';
import { webAssetsPath, webPages } from '../../contracts/web-pages.ts';
import { isNewInstance, type SiteDomain } from '../config/deployment.ts';
import { explain } from '../constructs/explain.ts';
import { type CentreHouse, hasSignInCountries } from '../house.ts';
import type { LiveApi } from './live-api.ts';
import { contentSecurityPolicy, type PagePolicy, permissionsPolicy } from './page-policy.ts';
import { pageRouterCode } from './page-router.ts';
import type { SignInPool } from './sign-in-pool.ts';
import type { SiteOfCentre } from './site-stack.ts';

interface WebAppProps {
  readonly house: CentreHouse;
  readonly api: HttpApi;
  /** Host of the WebSocket API. */
  readonly liveHost: string;
  readonly policy: PagePolicy;
}

/**
 * The site people open: pages of the web app from a private bucket, everything else from the HTTP API, under one name so that one session cookie,
 * of no other site, serves both.
 */
class WebApp extends Construct {
  /** Public base URL, without a trailing slash. */
  readonly url: string;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { house, api, liveHost, policy }: WebAppProps) {
    super(scope, id);
    const bucket = this.#bucket();
    const pages = this.#pageBehavior(house, bucket, policy);
    const origin = new HttpOrigin(`${api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`);
    const shared = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    this.distribution = new Distribution(this, 'Distribution', {
      comment: house.name('web'),
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...named(this, house.deployment.domain),
      // Europe and North America, which serves the rest of the world from there.
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        ...shared,
        origin,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        responseHeadersPolicy: new ResponseHeadersPolicy(this, 'ApiHeaders', {
          responseHeadersPolicyName: house.name('api-headers'),
          securityHeadersBehavior: { strictTransportSecurity, contentTypeOptions: { override: true } },
        }),
      },
      additionalBehaviors: {
        ...Object.fromEntries(
          Object.values(webPages).flatMap(({ path }) => [
            [path, pages],
            [`${path}/*`, pages],
          ]),
        ),
        [`/${liveStage}`]: { ...shared, origin: new HttpOrigin(liveHost) },
        ...(hasSignInCountries(house) ? { [`${routes.signIn.path}*`]: this.#signInBehavior(shared, origin) } : {}),
        [`${webAssetsPath}/*`]: { ...pages, cachePolicy: CachePolicy.CACHING_OPTIMIZED, functionAssociations: [] },
      },
    });
    const { distributionDomainName } = this.distribution;
    const { domain } = house.deployment;
    this.url = `https://${domain?.name ?? distributionDomainName}`;
    if (domain !== undefined) {
      new CfnOutput(this, 'Target', {
        value: distributionDomainName,
        description: `Where the DNS of ${domain.name} points`,
      });
    }
    this.#explain();
    const { web } = house.sources;
    if (web === undefined) {
      throw new Error('The web app was not built; a deployment with a contact centre needs its folder');
    }
    this.#deploy(bucket, web);
  }

  /** Signing in, told of the country that the person is in: an address of CloudFront's own would otherwise be all the function sees. */
  #signInBehavior(
    shared: Pick<BehaviorOptions, 'cachePolicy' | 'viewerProtocolPolicy'>,
    origin: HttpOrigin,
  ): BehaviorOptions {
    return {
      ...shared,
      origin,
      originRequestPolicy: new OriginRequestPolicy(this, 'SignInRequest', {
        headerBehavior: OriginRequestHeaderBehavior.allowList('CloudFront-Viewer-Country'),
        cookieBehavior: OriginRequestCookieBehavior.all(),
        queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      }),
    };
  }

  #bucket(): IBucket {
    const bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      // CloudFront would need a customer key's leave for files that everybody may read.
      encryption: BucketEncryption.S3_MANAGED,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    explain(
      bucket,
      'AwsSolutions-S1',
      'It holds the files of the web app, the same for everybody; CloudFront alone reads them.',
    );
    // The CDK types its own class and interface apart under exactOptionalPropertyTypes.
    return bucket as IBucket;
  }

  #pageBehavior(house: CentreHouse, bucket: IBucket, policy: PagePolicy): BehaviorOptions {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // Pages are asked for each time and found unchanged: a deployment is seen at the next load.
      cachePolicy: CachePolicy.CACHING_DISABLED,
      compress: true,
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new EdgeFunction(this, 'Router', {
            functionName: house.name('pages'),
            runtime: FunctionRuntime.JS_2_0,
            code: FunctionCode.fromInline(pageRouterCode()),
          }),
        },
      ],
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'PageHeaders', {
        responseHeadersPolicyName: house.name('page-headers'),
        securityHeadersBehavior: {
          strictTransportSecurity,
          contentTypeOptions: { override: true },
          frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
          referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
          contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(policy), override: true },
        },
        customHeadersBehavior: {
          customHeaders: [
            { header: 'permissions-policy', value: permissionsPolicy(policy.instanceUrls), override: true },
            { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
          ],
        },
      }),
    };
  }

  /** Files under new names first and kept, so that a page loaded before the deployment finds its own; then the pages that name the new ones. */
  #deploy(bucket: IBucket, site: string): void {
    const shared = { destinationBucket: bucket, prune: false, retainOnDelete: true, outputObjectKeys: false };
    const folder = webAssetsPath.slice(1);
    const files = new BucketDeployment(this, 'DeployFiles', {
      ...shared,
      sources: [Source.asset(join(site, folder))],
      destinationKeyPrefix: folder,
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
    });
    const pages = new BucketDeployment(this, 'DeployPages', {
      ...shared,
      sources: [Source.asset(site, { exclude: [folder] })],
      cacheControl: [CacheControl.noCache()],
    });
    pages.node.addDependency(files);
    this.#explainHelper(files.handlerRole.node.scope);
  }

  /** What copies the files is a function of the CDK, with its own role. */
  #explainHelper(helper: IConstruct | undefined): void {
    if (helper === undefined) {
      throw new Error('The function that copies the files has no construct of its own');
    }
    const why =
      'Code and role are those of the CDK (aws-s3-deployment), which copies the files of the web app at deployment.';
    for (const finding of [
      'AwsSolutions-L1',
      'AwsSolutions-IAM4[Policy::…/AWSLambdaBasicExecutionRole]',
      ...['GetBucket', 'GetObject', 'List', 'Abort', 'DeleteObject'].map(
        (one) => `AwsSolutions-IAM5[Action::s3:${one}*]`,
      ),
      'AwsSolutions-IAM5[Resource::…/*]',
    ]) {
      explain(helper, finding, why);
    }
  }

  #explain(): void {
    const { distribution } = this;
    explain(
      distribution,
      'AwsSolutions-CFR1',
      'People sign in from where their programme lets them; personal links are opened from anywhere.',
    );
    explain(
      distribution,
      'AwsSolutions-CFR2',
      'The API limits requests itself; a firewall costs more a month than the site when nobody calls.',
    );
    explain(
      distribution,
      'AwsSolutions-CFR3',
      'The API logs routes, and never who asked; the log of CloudFront would keep the address of each person.',
    );
    explain(
      distribution,
      'AwsSolutions-CFR4',
      'Without a domain name of the client there is no certificate to choose the versions of TLS by.',
    );
  }
}

/** The name of the deployment, when it has one, and its certificate. */
function named(
  scope: Construct,
  domain: SiteDomain | undefined,
): Pick<DistributionProps, 'domainNames' | 'certificate'> {
  if (domain === undefined) {
    return {};
  }
  const certificate = Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn);
  return { domainNames: [domain.name], certificate };
}

const strictTransportSecurity = { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true };

/** The site of a contact centre, whose instance lets the desk put its softphone in a frame. */
export function createWebApp(
  scope: Construct,
  {
    house,
    instance,
    api,
    live,
    signIn,
  }: SiteOfCentre & Pick<WebAppProps, 'api'> & { live: LiveApi; signIn: SignInPool },
): { readonly url: string } {
  const { instance: declared } = house.deployment;
  // The alias of an instance that was there before is known to Connect alone.
  const instanceUrls = isNewInstance(declared)
    ? [`https://${declared.alias}.my.connect.aws`]
    : ['https://*.my.connect.aws', 'https://*.awsapps.com'];
  const policy = { signInUrl: signIn.signInUrl, instanceUrls };
  const site = new WebApp(scope, 'WebApp', { house, api, liveHost: live.host, policy });
  new CfnApprovedOrigin(scope, 'DeskOrigin', { instanceId: instance.instanceArn, origin: site.url });
  return site;
}
