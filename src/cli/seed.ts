import type { Command } from 'commander';
import { cityFiles } from '../catalog/city-data.js';
import { withDatabase, type Desk } from './database.js';
import { figure, tell } from './say.js';
import { table } from './table.js';

interface Loaded {
  kind: keyof typeof cityFiles;
  version: number;
  items: number;
  loaded_at: Date;
}

/** What the database has of the city, by file. */
export async function seeded({ source }: Desk): Promise<string[]> {
  const rows = await source.query<Loaded[]>(
    `select distinct on (kind) kind, version, loaded_at,
       case jsonb_typeof(definition) when 'array' then jsonb_array_length(definition) else 1 end as items
     from city_record order by kind, version desc`,
  );
  return table(
    ['Tệp / file', 'Phiên bản', 'Số mục', 'Nạp lúc / loaded at'],
    rows.map(({ kind, version, items, loaded_at: at }) => [
      cityFiles[kind],
      figure(version),
      figure(items),
      at.toISOString(),
    ]),
  );
}

/** Adds `seed` to the program: the database is migrated and filled by its preparation. */
export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('Nạp dữ liệu thành phố / load the data of the city')
    .action(() =>
      withDatabase(async (desk) => {
        tell(`${desk.city.card.name.vi} / ${desk.city.card.name.en}`);
        for (const line of await seeded(desk)) tell(line);
        const [staff] = await desk.source.query<{ count: string }[]>(
          'select count(*) from staff where active',
        );
        tell(`Tài khoản / accounts: ${figure(Number(staff?.count ?? 0))}`);
      }),
    );
}
