import {
  type ConnectClient,
  DescribeTestCaseCommand,
  InvalidTestCaseException,
  paginateListTestCases,
  UpdateTestCaseCommand,
} from '@aws-sdk/client-connect';

export interface TestCaseRow {
  readonly id: string;
  /** `samps/ouvert-bourses` */
  readonly name: string;
  readonly status: string;
}

/** The test cases of one Amazon Connect instance. */
export interface TestCases {
  /** By name. */
  list(): Promise<readonly TestCaseRow[]>;
  /** Publishes one as it is saved. Answers the problems for which the service refuses it; none = published. */
  publish(id: string): Promise<readonly string[]>;
}

/** `instanceId`: id or ARN. */
export function connectTestCases(client: ConnectClient, instanceId: string): TestCases {
  return {
    async list() {
      const rows: TestCaseRow[] = [];
      for await (const page of paginateListTestCases({ client, pageSize: 100 }, { InstanceId: instanceId })) {
        for (const { Id, Name, Status } of page.TestCaseSummaryList ?? []) {
          if (Id !== undefined && Name !== undefined) rows.push({ id: Id, name: Name, status: Status ?? 'unknown' });
        }
      }
      return rows.sort((one, other) => (one.name < other.name ? -1 : 1));
    },

    async publish(id) {
      const { TestCase } = await client.send(new DescribeTestCaseCommand({ InstanceId: instanceId, TestCaseId: id }));
      if (TestCase?.Content === undefined) throw new Error(`Amazon Connect describes test case ${id} without content`);
      const { Name, Description, Content, EntryPoint, InitializationData } = TestCase;
      try {
        // The service validates what it is given with PUBLISHED: the content goes along, so that it is what is validated.
        await client.send(
          new UpdateTestCaseCommand({
            InstanceId: instanceId,
            TestCaseId: id,
            Status: 'PUBLISHED',
            Name,
            Description,
            Content,
            EntryPoint,
            InitializationData,
          }),
        );
        return [];
      } catch (error) {
        if (!(error instanceof InvalidTestCaseException)) throw error;
        const problems = (error.Problems ?? []).map(({ message }) => message ?? 'a problem without words');
        return problems.length > 0 ? problems : [error.message];
      }
    },
  };
}
