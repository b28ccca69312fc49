import type { HeldOut } from '#classifier';
import type { Command } from 'commander';
import { setImmediate } from 'node:timers/promises';
import { Door } from '../platform/database/door.js';
import { classifier } from '../routing/classifier/models.js';
import { learnAnew, LOCK, type Result, type Try } from '../routing/classifier/training.js';
import { Time } from '../platform/time.js';
import { withDatabase, type Desk } from './database.js';
import { tell } from './say.js';

interface Options {
  dryRun?: boolean;
}

const results: Record<Result, string> = {
  first: 'mô hình đầu tiên, bắt đầu dùng / the first model, in use now',
  taken: 'không kém mô hình đang dùng, bắt đầu dùng / not worse than the present one, in use now',
  worse: 'kém mô hình đang dùng, không dùng / worse than the present one, not used',
  too_few: 'chưa đủ quyết định mới / too few new decisions',
};

/** Learns from what people decided; beside running programs, which take a new model up within seconds. */
export function trainClassifier(
  { config, source, city }: Pick<Desk, 'config' | 'source' | 'city'>,
  { dryRun = false }: Options = {},
  time = new Time(),
): Promise<Try> {
  const { cityDir } = config;
  const pause = () => setImmediate<void>(undefined);
  return new Door(source).as(classifier, async (tx) => {
    await tx.query(LOCK);
    return learnAnew(tx, { city, cityDir, now: time.now(), by: 'command', pause, dryRun });
  });
}

const share = (right: number, total: number) =>
  `${right}/${total}${total > 0 ? ` (${Math.round((100 * right) / total)} %)` : ''}`;

function tellScores({ byLabel, right, inThree, total, calibrationError, sure }: HeldOut): void {
  for (const [label, one] of Object.entries(byLabel).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    tell(`${label.padEnd(8)} ${share(one.right, one.total)}`);
  tell(`Đúng ngay / right at once ${share(right, total)}`);
  tell(`Trong ba gợi ý / among three ${share(inThree, total)}`);
  tell(`Trên ngưỡng / above the bar ${share(sure.right, sure.total)}`);
  tell(`Lệch độ tin / calibration error ${calibrationError}`);
}

/** Adds `train-classifier` to the program. */
export function addTrainClassifier(program: Command): void {
  program
    .command('train-classifier')
    .description('Học cách phân loại từ quyết định của cán bộ / learn to suggest from decisions')
    .option('--dry-run', 'chỉ thử, không dùng / try, use nothing')
    .action((options: Options) =>
      withDatabase(async (desk) => {
        const { result, trained, comparison } = await trainClassifier(desk, options);
        if (trained) {
          tellScores(trained.model.category.heldOut);
          tellScores(trained.model.urgency.heldOut);
        }
        const { decisions, rightBefore, rightNow } = comparison;
        tell(
          `${decisions} quyết định mới / new decisions: ${rightBefore} → ${rightNow}; ${results[result]}`,
        );
      }),
    );
}
