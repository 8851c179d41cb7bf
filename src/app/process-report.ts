import type { MetricObjectWithValues, MetricValue } from 'prom-client';
import type { Metrics } from '../platform/metrics.js';
import type { Readiness } from './readiness.js';
import type { RoleName } from './roles.js';

export type MetricSnapshot = MetricObjectWithValues<MetricValue<string>>;

/** What one process says about itself. */
export interface ProcessReport {
  readonly role: RoleName;
  /** Its name within the installation, such as `worker-2`. */
  readonly process: string;
  readonly readiness: Readiness | null;
  readonly metrics: readonly MetricSnapshot[];
}

export async function snapshot(metrics: Metrics): Promise<MetricSnapshot[]> {
  return metrics.registry.getMetricsAsJSON();
}
