import { permissionsDocument } from '#permissions';
import type { Command } from 'commander';
import { tell } from './say.js';

/** Adds `permissions` to the program. */
export function addPermissions(program: Command): void {
  program
    .command('permissions')
    .description('In bảng quyền / print the table of permissions')
    .action(() => tell(permissionsDocument()));
}
