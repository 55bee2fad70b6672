import type { StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { CentreHouse, House } from '../house.ts';
import { Notices } from '../reporting/notices.ts';
import { ReportBucket } from '../reporting/report-bucket.ts';
import { DataStack } from './data-stack.ts';
import { type CentreTables, createCentreTables } from './tables.ts';

/** The same where people call: callbacks, questions, presence, and the reports of the client. */
export class CentreDataStack extends DataStack {
  readonly centreTables: CentreTables;
  readonly reports: ReportBucket;
  readonly notices: Notices;

  constructor(
    scope: Construct,
    id: string,
    { house, centre }: { readonly house: House; readonly centre: CentreHouse },
    props: StackProps,
  ) {
    super(scope, id, house, props);
    this.centreTables = createCentreTables(this, this.alarms, this.key);
    this.reports = new ReportBucket(this, 'ReportBucket', { house: centre, key: this.key });
    this.notices = new Notices(this, 'Notices', { house: centre, key: this.key });
  }
}
