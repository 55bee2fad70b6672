import type { SiteFront } from '../http/public-site.ts';
import { deriveUuid } from '../kernel/random.ts';
import { PropertyReader } from '../resources/property-reader.ts';
import type { ResourceProviders } from '../resources/provider.ts';
import { type DistributionGround, LocalDistribution } from './distribution.ts';
import type { Behavior, Origin } from './distribution-model.ts';
import { EdgeFunction } from './edge-function.ts';
import { type HeadersPolicy, readHeadersPolicy } from './headers-policy.ts';

/** AllViewerExceptHostHeader, of AWS: the country is not in it. */
const managedRequestPolicies = ['b689b0a8-53d0-40ab-baf2-68738e2966ac'];
const countryHeader = 'CloudFront-Viewer-Country';

/** `AWS::CloudFront::*` of one distribution, which then stands before the public site. */
export function cloudFrontProviders(
  ground: DistributionGround,
  site: {
    readonly url: string;
    readonly stand: (front: SiteFront) => void;
  },
): ResourceProviders {
  const { cloud } = ground;
  const functions = new Map<string, EdgeFunction>();
  const headerPolicies = new Map<string, HeadersPolicy>();
  const requestPolicies = new Map(managedRequestPolicies.map((id) => [id, { tellsCountry: false }]));
  const controls = new Set<string>();
  const idOf = (...parts: readonly string[]) =>
    `E${deriveUuid('cloudfront', ...parts)
      .replaceAll('-', '')
      .slice(0, 13)
      .toUpperCase()}`;

  const behavior = (part: PropertyReader, pathPattern: string): Behavior => {
    part.accept(
      ...['AllowedMethods', 'CachePolicyId', 'CachedMethods', 'Compress', 'FunctionAssociations'],
      ...['OriginRequestPolicyId', 'PathPattern', 'ResponseHeadersPolicyId', 'TargetOriginId', 'ViewerProtocolPolicy'],
    );
    const [association, ...more] = part.objects('FunctionAssociations');
    if (more.length > 0 || (association !== undefined && association.text('EventType') !== 'viewer-request')) {
      throw part.error('FunctionAssociations', 'one function of viewer-request, or none');
    }
    const viewerRequest = association && known(functions, association, 'FunctionARN');
    const policyId = part.optionalText('OriginRequestPolicyId');
    const headers = part.has('ResponseHeadersPolicyId')
      ? known(headerPolicies, part, 'ResponseHeadersPolicyId')
      : undefined;
    const methods = part.texts('AllowedMethods');
    return {
      pathPattern,
      originId: part.text('TargetOriginId'),
      methods: methods.length === 0 ? ['GET', 'HEAD'] : methods,
      compress: part.flag('Compress', false),
      ...(viewerRequest && { viewerRequest }),
      ...(headers && { headers }),
      tellsCountry: policyId !== undefined && known(requestPolicies, part, 'OriginRequestPolicyId').tellsCountry,
    };
  };

  const origin = (part: PropertyReader): Origin => {
    part.accept('CustomOriginConfig', 'DomainName', 'Id', 'OriginAccessControlId', 'S3OriginConfig');
    const domain = part.text('DomainName');
    if (!part.has('S3OriginConfig')) return { kind: 'api', host: domain };
    const bucket = /^(.+)\.s3\.[\w-]+\.amazonaws\.com$/.exec(domain)?.[1];
    if (bucket === undefined) throw part.error('DomainName', 'the regional domain name of a bucket');
    if (!controls.has(part.text('OriginAccessControlId')))
      throw part.error('OriginAccessControlId', [...controls].join(', ') || 'an origin access control made before');
    return { kind: 'bucket', bucket };
  };

  return {
    'AWS::CloudFront::Function': (resource) => {
      const properties = new PropertyReader(resource).accept('AutoPublish', 'FunctionCode', 'FunctionConfig', 'Name');
      const name = properties.text('Name');
      const runtime = properties.object('FunctionConfig').text('Runtime');
      if (runtime !== 'cloudfront-js-2.0') throw properties.error('FunctionConfig', 'Runtime cloudfront-js-2.0');
      const arn = `arn:${cloud.partition}:cloudfront::${cloud.account}:function/${name}`;
      functions.set(arn, new EdgeFunction(name, properties.text('FunctionCode')));
      return { ref: arn, attributes: { FunctionARN: arn, 'FunctionMetadata.FunctionARN': arn, Stage: 'LIVE' } };
    },
    'AWS::CloudFront::OriginAccessControl': (resource) => {
      const id = idOf(resource.stack, resource.logicalId);
      controls.add(id);
      return { ref: id, attributes: { Id: id } };
    },
    'AWS::CloudFront::ResponseHeadersPolicy': (resource) => {
      const properties = new PropertyReader(resource).accept('ResponseHeadersPolicyConfig');
      const id = idOf(resource.stack, resource.logicalId);
      headerPolicies.set(id, readHeadersPolicy(properties.object('ResponseHeadersPolicyConfig')));
      return { ref: id, attributes: { Id: id } };
    },
    'AWS::CloudFront::OriginRequestPolicy': (resource) => {
      const config = new PropertyReader(resource).object('OriginRequestPolicyConfig');
      const headers = config.optionalObject('HeadersConfig')?.texts('Headers') ?? [];
      const id = idOf(resource.stack, resource.logicalId);
      requestPolicies.set(id, { tellsCountry: headers.includes(countryHeader) });
      return { ref: id, attributes: { Id: id } };
    },
    'AWS::CloudFront::Distribution': (resource) => {
      const config = new PropertyReader(resource).accept('DistributionConfig', 'Tags').object('DistributionConfig');
      config.accept(
        ...['CacheBehaviors', 'Comment', 'DefaultCacheBehavior', 'Enabled', 'HttpVersion', 'IPV6Enabled', 'Origins'],
        ...['PriceClass', 'Restrictions', 'ViewerCertificate'],
      );
      const id = idOf(resource.stack, resource.logicalId);
      const arn = `arn:${cloud.partition}:cloudfront::${cloud.account}:distribution/${id}`;
      const behaviors = config.objects('CacheBehaviors').map((part) => behavior(part, part.text('PathPattern')));
      const model = {
        id,
        arn,
        behaviors: [...behaviors, behavior(config.object('DefaultCacheBehavior'), '*')],
        origins: new Map(config.objects('Origins').map((part) => [part.text('Id'), origin(part)])),
      };
      const distribution = new LocalDistribution(model, ground);
      site.stand({
        answer: (request) => distribution.answer(request),
        socketHost: (path) => distribution.apiHostOf(path),
      });
      const domain = `${id.toLowerCase()}.cloudfront.net`;
      cloud.addresses.add(`https://${domain}`, site.url);
      return { ref: id, attributes: { Id: id, DomainName: domain } };
    },
  };
}

function known<T>(all: ReadonlyMap<string, T>, part: PropertyReader, name: string): T {
  const found = all.get(part.text(name));
  if (found === undefined) throw part.error(name, [...all.keys()].join(', ') || 'one made before');
  return found;
}
