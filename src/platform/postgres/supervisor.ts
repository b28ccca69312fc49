export interface Supervised {
  isUp(): Promise<boolean>;
  restart(): Promise<void>;
  log(line: string): void;
}

export interface Supervisor {
  /** Resolves when no check and no restart is under way any more. */
  end(): Promise<void>;
}

const EVERY_MS = 500;

/** Looks every half second and starts what is down again; never keeps the process alive by itself. */
export function supervise({ isUp, restart, log }: Supervised): Supervisor {
  let looking: Promise<void> | null = null;

  const look = async (): Promise<void> => {
    try {
      if (await isUp()) return;
      log('embedded PostgreSQL is gone, starting it again');
      await restart();
      log('embedded PostgreSQL is back');
    } catch (error) {
      log(`embedded PostgreSQL did not start: ${(error as Error).message}`);
    }
  };

  const timer = setInterval(() => {
    looking ??= look().finally(() => (looking = null));
  }, EVERY_MS);
  timer.unref();

  return {
    end: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
