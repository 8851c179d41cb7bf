import { randomBytes } from 'node:crypto';
import { IsNull, LessThan, Not } from 'typeorm';
import { LIMITS } from '../../config/limits.js';
import { encodeBase32 } from '../../mail/base32.js';
import type { Clock } from '../../platform/clock.js';
import type { Database, Tx } from '../../platform/database/database.js';
import type { Secrets } from '../../platform/secrets.js';
import { SignInRefused, TotpAlreadyOn, TotpNotOn } from './accounts.refusals.js';
import type { AuditedChange, AuditLog } from './audit-log.service.js';
import type { Caller } from './caller.js';
import type { GuessLedger } from './guess-ledger.service.js';
import { sessionOf } from './person.js';
import type { PasswordCheck } from './password-check.service.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { otpauthUrl, secretText, stepOfCode } from './totp-codes.js';
import { TotpKey } from './totp-key.entity.js';

export interface TotpParts {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly guesses: GuessLedger;
  readonly passwords: PasswordCheck;
}

/** What an authenticator app needs; shown this once. */
export interface NewTotpKey {
  readonly secret: string;
  readonly otpauthUrl: string;
}

export interface TotpState {
  readonly confirmedAt: Date;
  readonly recoveryCodesLeft: number;
}

/** The second factor: keys of authenticator apps, and recovery codes for when the app is gone. */
export class TotpService {
  constructor(private readonly parts: TotpParts) {}

  /** Makes a key, which counts once a code has confirmed it. */
  async begin(caller: Caller, password: string): Promise<NewTotpKey> {
    const { db, secrets, clock } = this.parts;
    const { userId } = sessionOf(caller);
    const user = await this.parts.passwords.require(caller, password);
    const key = randomBytes(KEY_BYTES);
    const fresh = {
      keyEncrypted: secrets.seal(key, sealContext(userId)),
      lastStep: 0n,
      confirmedAt: null,
      createdAt: clock.now(),
    };
    await db.transaction(async (tx) => {
      await tx.manager.delete(TotpKey, { userId, confirmedAt: IsNull() });
      if (await tx.manager.existsBy(TotpKey, { userId })) throw new TotpAlreadyOn();
      await tx.manager.insert(TotpKey, { ...fresh, userId });
      await this.note(tx, caller, 'user.totpBegun', userId);
    });
    return { secret: secretText(key), otpauthUrl: otpauthUrl(key, 'Posthouse', user.email) };
  }

  /** From now on signing in needs a code. Answers the recovery codes, this once. */
  async confirm(caller: Caller, code: string): Promise<string[]> {
    const { userId } = sessionOf(caller);
    return this.proving(userId, caller, async () => {
      const key = await this.parts.db.reader.findOneBy(TotpKey, { userId });
      if (!key) throw new TotpNotOn();
      if (key.confirmedAt) throw new TotpAlreadyOn();
      const step = this.stepOf(key, code);
      return this.parts.db.transaction(async (tx) => {
        const isFresh = step !== null && (await this.useStep(tx, userId, step));
        if (!isFresh) return null;
        await tx.manager.update(TotpKey, { userId }, { confirmedAt: this.parts.clock.now() });
        await this.note(tx, caller, 'user.totpConfirmed', userId);
        return this.renewCodes(tx, userId);
      });
    });
  }

  /** Signing in needs the password alone again. */
  async disable(caller: Caller, proof: { password: string; code: string }): Promise<void> {
    const { userId } = sessionOf(caller);
    await this.parts.passwords.require(caller, proof.password);
    await this.withCode(caller, proof.code, async (tx) => {
      await forgetTotp(tx, userId);
      await this.note(tx, caller, 'user.totpDisabled', userId);
      return true;
    });
  }

  /** The codes until now do not hold any more. */
  renewRecoveryCodes(caller: Caller, code: string): Promise<string[]> {
    const { userId } = sessionOf(caller);
    return this.withCode(caller, code, async (tx) => {
      await this.note(tx, caller, 'user.recoveryCodesRenewed', userId);
      return this.renewCodes(tx, userId);
    });
  }

  /** Null where no second factor is asked for. */
  async stateOf(userId: bigint): Promise<TotpState | null> {
    const { reader } = this.parts.db;
    const key = await reader.findOneBy(TotpKey, { userId, confirmedAt: Not(IsNull()) });
    if (!key?.confirmedAt) return null;
    const recoveryCodesLeft = await reader.countBy(RecoveryCode, { userId });
    return { confirmedAt: key.confirmedAt, recoveryCodesLeft };
  }

  isOn(userId: bigint): Promise<boolean> {
    return this.parts.db.reader.existsBy(TotpKey, { userId, confirmedAt: Not(IsNull()) });
  }

  /** Uses up a code of the app or a recovery code in the transaction of what it allows; false when it is none. */
  async useCode(tx: Tx, userId: bigint, code: string): Promise<boolean> {
    if (!/^\d{6}$/.test(code)) {
      const codeHash = this.hashOf(userId, code);
      const used = await tx.manager.delete(RecoveryCode, { userId, codeHash });
      return used.affected === 1;
    }
    const key = await tx.manager.findOneBy(TotpKey, { userId, confirmedAt: Not(IsNull()) });
    const step = key && this.stepOf(key, code);
    return step !== null && this.useStep(tx, userId, step);
  }

  private async withCode<T>(
    caller: Caller,
    code: string,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const { userId } = sessionOf(caller);
    if (!(await this.isOn(userId))) throw new TotpNotOn();
    return this.proving(userId, caller, () =>
      this.parts.db.transaction(async (tx) =>
        (await this.useCode(tx, userId, code)) ? work(tx) : null,
      ),
    );
  }

  /** Null from `check` is a wrong code, which is counted. */
  private async proving<T>(
    userId: bigint,
    { origin }: Caller,
    check: () => Promise<T | null>,
  ): Promise<T> {
    const { ipAddress } = origin;
    const guess = await this.parts.guesses.begin({ account: totpAccount(userId), ipAddress });
    const result = await check();
    if (result === null) throw new SignInRefused('The code is wrong or was used already');
    await guess.succeeded();
    return result;
  }

  private stepOf({ userId, keyEncrypted }: TotpKey, code: string): number | null {
    const key = this.parts.secrets.open(keyEncrypted, sealContext(userId));
    return stepOfCode(key, code, this.parts.clock.now());
  }

  /** Of many that come with one code, one gets true. */
  private async useStep({ manager }: Tx, userId: bigint, step: number): Promise<boolean> {
    const lastStep = BigInt(step);
    const unused = { userId, lastStep: LessThan(lastStep) };
    return (await manager.update(TotpKey, unused, { lastStep })).affected === 1;
  }

  private async renewCodes({ manager }: Tx, userId: bigint): Promise<string[]> {
    const codes = Array.from({ length: LIMITS.recoveryCodes }, newRecoveryCode);
    await manager.delete(RecoveryCode, { userId });
    const rows = codes.map((code) => ({ userId, codeHash: this.hashOf(userId, code) }));
    await manager.insert(RecoveryCode, rows);
    return codes;
  }

  /** However people type it: in capitals, without its hyphens. */
  private hashOf(userId: bigint, code: string): Buffer {
    return this.parts.secrets.hash(
      `recovery ${userId} ${code.toLowerCase().replaceAll(/[\s-]/g, '')}`,
    );
  }

  private note(tx: Tx, caller: Caller, action: AuditedChange['action'], id: bigint): Promise<void> {
    const subject = { type: 'User', id } as const;
    return this.parts.audit.record(tx, caller, { action, organizationId: null, subject });
  }
}

const KEY_BYTES = 20;

/** Takes the second factor away from a user. */
export async function forgetTotp({ manager }: Tx, userId: bigint): Promise<void> {
  await manager.delete(TotpKey, { userId });
  await manager.delete(RecoveryCode, { userId });
}

/** Guesses of codes are counted apart from those of passwords. */
export function totpAccount(userId: bigint): string {
  return `totp ${userId}`;
}

function sealContext(userId: bigint): string {
  return `totp:${userId}`;
}

/** Four groups of five letters and digits: 100 bits. */
function newRecoveryCode(): string {
  const text = encodeBase32(randomBytes(13)).slice(0, 20);
  return (text.match(/.{5}/g) ?? []).join('-');
}
