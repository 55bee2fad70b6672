import { requireInstance } from './input.ts';
import type { Operation } from './operation.ts';

/** Where an instance is used, which is where it is here. */
export const describeInstance: Operation = {
  mutates: false,
  run(world, input) {
    requireInstance(world, input);
    const { arn, id, alias } = world.instance;
    return {
      Instance: {
        Arn: arn,
        Id: id,
        InstanceAlias: alias,
        InstanceStatus: 'ACTIVE',
        IdentityManagementType: 'CONNECT_MANAGED',
        InstanceAccessUrl: world.cloud.addresses.localize(`https://${alias}.my.connect.aws`),
      },
    };
  },
};
