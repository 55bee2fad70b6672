import type { ProvidedResource, ResolvedResource } from '../assembly/resource.ts';
import type { CloudContext } from '../cloud.ts';
import { PropertyReader } from '../resources/property-reader.ts';
import { connectionEndpoint } from './connection-endpoint.ts';
import type { PublicSite } from './public-site.ts';
import { WebSocketApi } from './websocket-api.ts';

/** `AWS::ApiGatewayV2::Api` of protocol WEBSOCKET. Its management API is served under `<site>/_live/<id>`. */
export function provideWebSocketApi(
  cloud: CloudContext,
  site: PublicSite,
  { id, url }: { readonly id: string; readonly url: string },
  resource: ResolvedResource,
): ProvidedResource {
  const properties = new PropertyReader(resource).accept(
    'Description',
    'Name',
    'ProtocolType',
    'RouteSelectionExpression',
    'Tags',
  );
  properties.text('RouteSelectionExpression');
  const api = new WebSocketApi(cloud, id);
  site.sockets.set(id, api);
  site.mount(`/_live/${id}`, connectionEndpoint(api));
  cloud.addresses.add(`https://${api.host}`, `${url}/_live/${id}`);
  return { ref: id, attributes: { ApiId: id, ApiEndpoint: `wss://${api.host}` } };
}

/** `AWS::ApiGatewayV2::Stage` of such an API: one stage, deployed as it changes. */
export function provideWebSocketStage(api: WebSocketApi, properties: PropertyReader): ProvidedResource {
  if (!properties.flag('AutoDeploy', false)) throw properties.error('AutoDeploy', 'true');
  if (api.stage !== undefined) throw properties.error('StageName', `one stage, which is ${api.stage}`);
  api.stage = properties.text('StageName');
  return { ref: api.stage, attributes: {} };
}
