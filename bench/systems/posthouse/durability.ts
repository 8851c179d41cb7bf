import { unsafeSettings } from '../../../src/platform/database/safety.js';
import { BenchError } from '../../bench-error.js';
import { overDatabase } from './own-database.js';

const SHOWN = [
  'version',
  'innodb_flush_log_at_trx_commit',
  'innodb_doublewrite',
  'innodb_flush_method',
  'log_bin',
  'sync_binlog',
];
const MAX_MESSAGE_BYTES = 26_214_400;

/** What the running database says about its durability, as text; fails when "accepted" would be a lie. */
export async function durabilityOf(databaseUrl: string): Promise<string> {
  return overDatabase(databaseUrl, async (sql) => {
    const unsafe = await unsafeSettings(sql, MAX_MESSAGE_BYTES);
    if (unsafe.length > 0) throw new BenchError(unsafe.join('\n'));
    const rows = await sql.query<{ Variable_name: string; Value: string }[]>(
      `SHOW GLOBAL VARIABLES WHERE Variable_name IN (${SHOWN.map(() => '?').join(',')})`,
      SHOWN,
    );
    return rows.map((row) => `${row.Variable_name}=${row.Value}`).join(' ');
  });
}
