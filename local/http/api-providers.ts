import type { CloudContext } from '../cloud.ts';
import { deriveUuid } from '../kernel/random.ts';
import type { PublicAddresses } from '../public-addresses.ts';
import { PropertyReader } from '../resources/property-reader.ts';
import type { ResourceProviders } from '../resources/provider.ts';
import { HttpApi } from './http-api.ts';
import { checkIdentitySource } from './identity-sources.ts';
import type { PublicSite } from './public-site.ts';
import { provideWebSocketApi, provideWebSocketStage } from './websocket-providers.ts';

/** `AWS::ApiGatewayV2::*` of one HTTP API, served at the root of the public site, and of WebSocket APIs beside it. */
export function apiProviders(
  cloud: CloudContext,
  site: PublicSite,
  url: string,
  addresses: PublicAddresses,
): ResourceProviders {
  const idOf = (stack: string, logicalId: string) =>
    deriveUuid('api', stack, logicalId).replaceAll('-', '').slice(0, 10);
  const apiOf = (properties: PropertyReader): HttpApi => {
    if (site.api?.id === properties.text('ApiId')) return site.api;
    throw properties.error('ApiId', site.api?.id ?? 'an HTTP API made before');
  };
  return {
    'AWS::ApiGatewayV2::Api': (resource) => {
      if (resource.properties['ProtocolType'] === 'WEBSOCKET') {
        return provideWebSocketApi(cloud, site, { id: idOf(resource.stack, resource.logicalId), url }, resource);
      }
      const properties = new PropertyReader(resource).accept(
        'Description',
        'DisableExecuteApiEndpoint',
        'Name',
        'ProtocolType',
        'Tags',
      );
      if (properties.text('ProtocolType') !== 'HTTP') throw properties.error('ProtocolType', 'HTTP or WEBSOCKET');
      if (site.api !== undefined)
        throw new Error(`${resource.path}: the local cloud serves one HTTP API, and has ${site.api.id}`);
      const id = idOf(resource.stack, resource.logicalId);
      site.api = new HttpApi(cloud, id, new URL(url).host);
      addresses.add(`https://${site.api.host(cloud.region)}`, url);
      return { ref: id, attributes: { ApiId: id, ApiEndpoint: url } };
    },
    'AWS::ApiGatewayV2::Integration': (resource) => {
      const properties = new PropertyReader(resource).accept(
        'ApiId',
        'Description',
        'IntegrationMethod',
        'IntegrationType',
        'IntegrationUri',
        'PayloadFormatVersion',
        'TimeoutInMillis',
      );
      if (properties.text('IntegrationType') !== 'AWS_PROXY') throw properties.error('IntegrationType', 'AWS_PROXY');
      const id = idOf(resource.stack, resource.logicalId);
      const timeoutMs = properties.number('TimeoutInMillis', 30_000);
      const sockets = site.sockets.get(properties.text('ApiId'));
      if (sockets === undefined && properties.text('PayloadFormatVersion') !== '2.0')
        throw properties.error('PayloadFormatVersion', '2.0');
      (sockets ?? apiOf(properties)).integrations.set(id, {
        functionArn: functionOf(properties, 'IntegrationUri'),
        timeoutMs,
      });
      return { ref: id, attributes: { IntegrationId: id } };
    },
    'AWS::ApiGatewayV2::Authorizer': (resource) => {
      const properties = new PropertyReader(resource).accept(
        'ApiId',
        'AuthorizerPayloadFormatVersion',
        'AuthorizerResultTtlInSeconds',
        'AuthorizerType',
        'AuthorizerUri',
        'EnableSimpleResponses',
        'IdentitySource',
        'Name',
      );
      if (properties.text('AuthorizerType') !== 'REQUEST') throw properties.error('AuthorizerType', 'REQUEST');
      if (properties.text('AuthorizerPayloadFormatVersion') !== '2.0')
        throw properties.error('AuthorizerPayloadFormatVersion', '2.0');
      const identitySources = properties.texts('IdentitySource');
      for (const source of identitySources) checkIdentitySource(source);
      const id = idOf(resource.stack, resource.logicalId);
      apiOf(properties).authorizers.set(id, {
        id,
        functionArn: functionOf(properties, 'AuthorizerUri'),
        identitySources,
        simpleResponses: properties.flag('EnableSimpleResponses', false),
        // Without identity sources API Gateway does not cache.
        cacheSeconds: identitySources.length === 0 ? 0 : properties.number('AuthorizerResultTtlInSeconds', 300),
      });
      return { ref: id, attributes: { AuthorizerId: id } };
    },
    'AWS::ApiGatewayV2::Route': (resource) => {
      const properties = new PropertyReader(resource).accept(
        'ApiId',
        'AuthorizationType',
        'AuthorizerId',
        'OperationName',
        'RouteKey',
        'Target',
      );
      const type = properties.optionalText('AuthorizationType') ?? 'NONE';
      const sockets = site.sockets.get(properties.text('ApiId'));
      if (sockets !== undefined) {
        if (type !== 'NONE') throw properties.error('AuthorizationType', 'NONE: the function of $connect decides');
        sockets.routes.set(properties.text('RouteKey'), properties.text('Target').replace(/^integrations\//, ''));
        return { ref: idOf(resource.stack, resource.logicalId), attributes: {} };
      }
      if (type !== 'NONE' && type !== 'CUSTOM') throw properties.error('AuthorizationType', 'NONE or CUSTOM');
      const routeKey = properties.text('RouteKey');
      if (!/^(\$default|(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) \/\S*)$/.test(routeKey))
        throw properties.error('RouteKey', '$default, or a method and a path');
      const integrationId = properties.text('Target').replace(/^integrations\//, '');
      const authorizer = type === 'CUSTOM' ? { authorizerId: properties.text('AuthorizerId') } : {};
      apiOf(properties).routes.push({ routeKey, integrationId, ...authorizer });
      const id = idOf(resource.stack, resource.logicalId);
      return { ref: id, attributes: { RouteId: id } };
    },
    'AWS::ApiGatewayV2::Stage': (resource) => {
      // Throttling and access logs mean nothing locally.
      const properties = new PropertyReader(resource).accept(
        'AccessLogSettings',
        'ApiId',
        'AutoDeploy',
        'DefaultRouteSettings',
        'Description',
        'RouteSettings',
        'StageName',
        'Tags',
      );
      const sockets = site.sockets.get(properties.text('ApiId'));
      if (sockets !== undefined) return provideWebSocketStage(sockets, properties);
      apiOf(properties);
      if (properties.text('StageName') !== '$default') throw properties.error('StageName', '$default');
      if (!properties.flag('AutoDeploy', false)) throw properties.error('AutoDeploy', 'true');
      return { ref: '$default', attributes: {} };
    },
  };
}

/** The function in an ARN, or in `arn:aws:apigateway:…:lambda:path/2015-03-31/functions/<arn>/invocations`. */
function functionOf(properties: PropertyReader, name: string): string {
  const uri = properties.text(name);
  const arn = /functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1] ?? uri;
  if (/^arn:[^:]+:lambda:[^:]+:[^:]+:function:/.test(arn)) return arn;
  throw properties.error(name, 'the ARN of a Lambda function');
}
