import {
  ApiGatewayManagementApiClient,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { LiveLine } from '../domain/live/live-connections.ts';

/** Messages to pages by the WebSocket API at `endpoint`, `https://<api>.execute-api.<region>.amazonaws.com/<stage>`. */
export function connectionLine(endpoint: string): LiveLine {
  const client = new ApiGatewayManagementApiClient({ endpoint });
  return {
    async send(connectionId, text) {
      try {
        await client.send(
          new PostToConnectionCommand({ ConnectionId: connectionId, Data: new TextEncoder().encode(text) }),
        );
        return true;
      } catch (error) {
        if (error instanceof GoneException) {
          return false;
        }
        throw error;
      }
    },
  };
}
