import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parser } from '@prometheus-io/lezer-promql';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../src/platform/config/project-root.js';
import { streetLight, unclear } from './world/complaints.js';
import { World } from './world/world.js';

const folder = join(projectRoot(), 'docker', 'telemetry');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

interface Panel {
  id: number;
  type: string;
  title: string;
  gridPos: { h: number; w: number; x: number; y: number };
  targets?: { refId: string; expr: string }[];
}

interface Rule {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; mend: string };
}

const board = JSON.parse(read('board.json')) as { uid: string; title: string; panels: Panel[] };
const rules = (parse(read('alerts.yaml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
);

/** What Grafana puts in for its variables. */
const filled = (expr: string) => expr.replaceAll('$job', 'dau-moi');

const expressions = [
  ...board.panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }): [string, string] => [title, filled(expr)]),
  ),
  ...rules.map(({ alert, expr }): [string, string] => [alert, expr]),
];

/** The metrics that an expression names; throws where Prometheus would not understand it. */
function namedIn(expr: string): string[] {
  const names: string[] = [];
  parser.parse(expr).iterate({
    enter: ({ type, name, from, to }) => {
      if (type.isError) throw new Error(`not PromQL at ${from}: ${expr}`);
      if (name === 'VectorSelector') names.push(/^\w+/.exec(expr.slice(from, to))?.[0] ?? '');
    },
  });
  return names;
}

/** Made by whoever asks, not by the program. */
const ofPrometheus = ['up'];

let world: World;
let text: string;

beforeAll(async () => {
  world = await World.start();
  await world.anyone.files(streetLight());
  await world.anyone.files(unclear());
  ({ text } = await world.anyone.get('/metrics').expect(200));
}, 60_000);
afterAll(() => world.stop());

const figure = (name: string) =>
  Number(new RegExp(`^dau_moi_${name.replaceAll(/[{}"]/g, '\\$&')} (.+)$`, 'm').exec(text)?.[1]);

describe('/metrics', () => {
  it('tells what waits, where and for how long', async () => {
    expect(figure('queue_waiting{queue="triage"}')).toBe(1);
    expect(figure('queue_waiting{queue="review"}')).toBe(0);
    expect(figure('queue_oldest_seconds{queue="triage"}')).toBe(0);
    expect(figure('timer_due')).toBe(0);
    expect(figure('outbox_lane_oldest_seconds{lane="search"}')).toBe(0);
    expect(figure('log_follower_lag_seconds{name="webhooks"}')).toBe(0);
    expect(figure('pool_connections{state="busy"}')).toBeGreaterThanOrEqual(0);
    expect(figure('pool_connections{state="idle"}')).toBeGreaterThanOrEqual(0);
    expect(figure('pool_waiting')).toBeGreaterThanOrEqual(0);
    expect(figure('backup_age_seconds')).toBeNaN();
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    world.time.advance({ hours: 24 * 7 });
    ({ text } = await world.anyone.get('/metrics').expect(200));
    expect(figure('timer_due')).toBe(2);
    expect(figure('outbox_lane_oldest_seconds{lane="search"}')).toBe(7 * 86_400);
    expect(figure('log_follower_lag_seconds{name="webhooks"}')).toBe(7 * 86_400);
  });
});

describe('board and alarm rules', () => {
  it.each(expressions)('name only what /metrics has, in PromQL: %s', (_, expr) => {
    const there = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const base = (name: string) => name.replace(/_(bucket|count|sum)$/, '');
    const named = namedIn(expr);
    expect(named.length).toBeGreaterThan(0);
    const unknown = named.filter(
      (name) => !there.has(name) && !there.has(base(name)) && !ofPrometheus.includes(name),
    );
    expect(unknown).toEqual([]);
  });

  it('know what is no PromQL', () => {
    expect(() => namedIn('sum(rate(up[5m])')).toThrow(/not PromQL/);
  });
});

describe('the board', () => {
  it('has panels that lie beside each other, each with a title in both languages', () => {
    expect(board).toMatchObject({ uid: 'dau-moi', title: 'Đầu Mối' });
    const ids = board.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const places = new Set<string>();
    for (const { title, gridPos: at, type, targets = [] } of board.panels) {
      expect(title).toMatch(/ \/ |^Webhook$/);
      expect(at.x + at.w).toBeLessThanOrEqual(24);
      if (type !== 'row') expect(targets.length).toBeGreaterThan(0);
      for (let x = at.x; x < at.x + at.w; x += 1)
        for (let y = at.y; y < at.y + at.h; y += 1) {
          expect(places.has(`${x},${y}`)).toBe(false);
          places.add(`${x},${y}`);
        }
    }
  });
});

describe('the alarm rules', () => {
  it('say in both languages what is wrong and what to do, once each', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    for (const { alert, for: wait, labels, annotations } of rules) {
      expect(alert).toMatch(/^DauMoi[A-Z]\w+$/);
      expect(wait).toMatch(/^\d+[smh]$/);
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(annotations.summary).toMatch(/.+ \/ .+/);
      expect(annotations.mend).toMatch(/.+ \/ .+/);
    }
  });

  it('are those that the set-up of Prometheus names', () => {
    const { rule_files: files, scrape_configs: jobs } = parse(read('prometheus.yaml')) as {
      rule_files: string[];
      scrape_configs: { job_name: string; metrics_path: string }[];
    };
    expect(files).toEqual(['alerts.yaml']);
    expect(jobs).toMatchObject([{ job_name: 'dau-moi', metrics_path: '/metrics' }]);
  });

  const hasTool = spawnSync('promtool', ['--version']).status === 0;
  (hasTool ? it : it.skip)('are understood by Prometheus itself', () => {
    const { status } = spawnSync('promtool', ['check', 'rules', join(folder, 'alerts.yaml')]);
    expect(status).toBe(0);
  });
});
