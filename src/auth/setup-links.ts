/** The one-time links by which a first admin comes in. */
export abstract class SetupLinks {
  abstract add(hash: string, createdAt: string, expiresAt: string): Promise<void>;
  /** Uses it up. False where it is unknown, used or past. */
  abstract use(hash: string, now: string): Promise<boolean>;
}
