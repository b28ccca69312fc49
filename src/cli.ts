import 'reflect-metadata';
import { Command } from 'commander';
import { addAnonymise } from './cli/anonymise.js';
import { addBackup } from './cli/backup.js';
import { addCreateStaff } from './cli/create-staff.js';
import { addDemo } from './cli/demo.js';
import { addDemoCode } from './cli/demo-code.js';
import { addDoctor } from './cli/doctor/doctor.js';
import { addImport } from './cli/import.js';
import { addPermissions } from './cli/permissions.js';
import { addLeaveStaff } from './cli/leave-staff.js';
import { addRecomputeDeadlines } from './cli/recompute-deadlines.js';
import { addResetSecondFactor } from './cli/reset-second-factor.js';
import { addLinkStaff } from './cli/link-staff.js';
import { addRestore } from './cli/restore.js';
import { addRotateIdentityKey } from './cli/rotate-identity-key.js';
import { addSeed } from './cli/seed.js';
import { addTrainClassifier } from './cli/train-classifier.js';
import { addVerifyLog } from './cli/verify-log.js';
import { reportStartError } from './start/report-start-error.js';

// npm runs scripts in the project's folder; paths are meant from where the command was typed.
const folder = process.env['INIT_CWD'] ?? process.cwd();

const program = new Command('npm run cli --')
  .description('Đầu Mối: dòng lệnh / command line')
  .helpCommand(false)
  .showHelpAfterError();

addSeed(program);
addCreateStaff(program);
addLeaveStaff(program);
addLinkStaff(program);
addImport(program, folder);
addTrainClassifier(program);
addVerifyLog(program);
addAnonymise(program);
addRecomputeDeadlines(program);
addRotateIdentityKey(program);
addBackup(program, folder);
addRestore(program, folder);
addDoctor(program);
addDemo(program);
addPermissions(program);
addResetSecondFactor(program);
addDemoCode(program);

try {
  await program.parseAsync();
} catch (error) {
  reportStartError(error);
}
