import { AggregatorRegistry } from 'prom-client';
import type { MetricSnapshot, ProcessReport } from './process-report.js';

/** One page for all processes: every sample says which process it is from, so nothing is added up. */
export function metricsPage(reports: readonly ProcessReport[]): Promise<string> {
  const labelled = reports.map((report) =>
    report.metrics.map((metric) => labelledWith(metric, report)),
  );
  return AggregatorRegistry.aggregate(labelled).metrics();
}

function labelledWith(metric: MetricSnapshot, { role, process }: ProcessReport) {
  return {
    ...metric,
    aggregator: 'sum', // others would drop samples of all processes but one
    values: metric.values.map((value) => ({
      ...value,
      labels: { ...value.labels, role, process },
    })),
  };
}
