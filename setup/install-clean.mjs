// A clean install from the lockfile, whatever was there before.
import { ensureInstalled } from './install.mjs';

ensureInstalled({ always: true });
