export interface Session {
  /** SHA-256 of the token in the cookie. */
  readonly hash: string;
  readonly userId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly usedAt: string;
}

/** Who is signed in. */
export abstract class Sessions {
  abstract add(session: Session): Promise<void>;
  abstract find(hash: string): Promise<Session | undefined>;
  /** Notes that a session was used. */
  abstract touch(hash: string, usedAt: string): Promise<void>;
  abstract remove(hash: string): Promise<void>;
  abstract removeOf(userId: string): Promise<void>;
  /** Forgets those that ended before this moment. */
  abstract removeExpired(now: string): Promise<void>;
}
