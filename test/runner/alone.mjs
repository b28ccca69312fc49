import { watch } from './watch.mjs';

// Programs that a spec starts run as they are built, without the hooks of this process.
delete process.env['NODE_OPTIONS'];
watch();
