import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { fail, ok, type Result } from '@lib/rules';

import { WallClock } from '../runtime/wall-clock';
import type { Actor } from './actor';
import { isPassword, pretendToCheck } from './password';
import { type Persona, PERSONAS } from './personas';
import { sha256 } from './secret';
import { Sessions } from './sessions';
import { type User, Users } from './users';

const LONGEST_MS = 7 * 24 * 3_600_000;
const IDLE_MS = 12 * 3_600_000;
/** A use is noted at most this often, so that reading does not become writing. */
const TOUCH_MS = 5 * 60_000;

export interface SignedInUser {
  readonly token: string;
  readonly user: User;
}

/** Signs people in and out, and recognises them by the token they come back with. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: Sessions,
    private readonly users: Users,
    private readonly clock: WallClock,
  ) {}

  async signIn(name: string, password: string): Promise<Result<SignedInUser, 'wrong'>> {
    const user = await this.users.findByName(name);
    if (!user?.passwordHash) {
      await pretendToCheck(password);
      return fail('wrong');
    }
    if (!(await isPassword(password, user.passwordHash)) || user.disabledAt) return fail('wrong');
    return ok(await this.open(user));
  }

  /** Demo mode only; the caller sees to that. */
  async continueAs(persona: Persona): Promise<Result<SignedInUser, 'wrong'>> {
    const id = PERSONAS.find(one => one.persona === persona)?.id;
    const user = id && (await this.users.find(id));
    return user ? ok(await this.open(user)) : fail('wrong');
  }

  async recognise(token: string): Promise<{ hash: string; actor: Actor } | undefined> {
    const hash = sha256(token);
    const session = await this.sessions.find(hash);
    const now = this.clock.now();
    if (!session || session.expiresAt <= now || Date.parse(session.usedAt) + IDLE_MS <= this.clock.millis())
      return undefined;
    const user = await this.users.find(session.userId);
    if (!user || user.disabledAt) return undefined;
    if (Date.parse(session.usedAt) + TOUCH_MS <= this.clock.millis()) await this.sessions.touch(hash, now);
    return { hash, actor: actorOf(user) };
  }

  async signOut(hash: string): Promise<void> {
    await this.sessions.remove(hash);
  }

  async open(user: User): Promise<SignedInUser> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.sessions.removeExpired(now);
    await this.sessions.add({
      hash: sha256(token),
      userId: user.id,
      createdAt: now,
      usedAt: now,
      expiresAt: this.clock.after(LONGEST_MS),
    });
    return { token, user };
  }
}

export function actorOf(user: User): Actor {
  return { kind: 'person', id: user.id, name: user.name, rights: user.rights };
}
