import type { ProcessReport } from './process-report.js';
import type { RoleName } from './roles.js';

/** From the supervisor to a role process. */
export interface ReportRequest {
  readonly type: 'report';
  readonly id: number;
}

/** From a role process to the supervisor. */
export type RoleMessage =
  | { readonly type: 'ready'; readonly addresses: Readonly<Record<string, string>> }
  | {
      readonly type: 'report';
      readonly id: number;
      readonly report: Pick<ProcessReport, 'readiness' | 'metrics'>;
    };

/** How the supervisor starts `main`: never typed by people, seen in `ps`. */
export function roleArguments(role: RoleName, name: string, dataDir: string): string[] {
  return ['role', role, name, dataDir];
}
