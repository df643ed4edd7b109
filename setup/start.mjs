// npm start: installs what is missing, builds what changed, and starts service and console.
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { become } from './run.mjs';

ensureInstalled();
ensureBuilt();
become(process.execPath, ['dist/src/main.js', ...process.argv.slice(2)]);
