import { type ConnectClient, DescribeInstanceCommand } from '@aws-sdk/client-connect';

/** Address at which people use an instance, without a trailing slash; asked once per execution environment. Throws when Connect knows none. */
export function instanceAddress(client: ConnectClient, instanceId: string): () => Promise<string> {
  let known: string | undefined;
  return async () => {
    if (known === undefined) {
      const { Instance: instance } = await client.send(new DescribeInstanceCommand({ InstanceId: instanceId }));
      known = instance?.InstanceAccessUrl?.replace(/\/$/, '');
    }
    if (known === undefined) {
      throw new Error(`Instance ${instanceId} has no access URL; Connect gives one to each active instance`);
    }
    return known;
  };
}
