import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';
import { DataSource } from 'typeorm';
import { Log } from '../logging/log.js';
import { Door } from './door.js';

const BEAT_MS = 500;
// Counted in beats and not by the clock: a process that was busy itself has not read the answer yet.
const PATIENCE = 5;

const nothing = () => undefined;

/** Ends a connection without a word: nobody would hear it. */
const cut = (client: Client) =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy();

/**
 * Feels by a connection of its own whether the database answers at all. One that refuses says so by itself; one that
 * is silent, because the network swallows what is sent, would keep whoever waits until the long limits of statements.
 * Then all connections are cut, so that who waits is told, and the door refuses at once until something is heard again.
 */
@Injectable()
export class Pulse implements OnModuleInit, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private client: Client | null = null;
  /** Who has been asked and has not answered yet. */
  private asked: Client | null = null;
  private waited = 0;
  private silent = false;

  constructor(
    private readonly source: DataSource,
    private readonly log: Log,
    door: Door,
  ) {
    door.isSilent = () => this.silent;
  }

  onModuleInit(): void {
    this.timer = setInterval(() => this.beat(), BEAT_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    if (this.client) cut(this.client);
  }

  private beat(): void {
    if (this.asked === null) return void this.ask();
    this.waited += 1;
    if (this.waited >= PATIENCE) this.giveUp(this.asked);
  }

  private async ask(): Promise<void> {
    const client = this.client ?? new Client(this.config());
    this.waited = 0;
    this.asked = client;
    try {
      if (this.client === null) await this.connect(client);
      await client.query('select 1');
    } catch {
      if (this.client === client) this.client = null;
      cut(client);
    }
    // Nobody waits for one that was given up.
    if (this.asked === client) this.hear();
  }

  private async connect(client: Client): Promise<void> {
    this.client = client;
    client.on('error', nothing);
    await client.connect();
  }

  private hear(): void {
    this.asked = null;
    if (this.silent) this.log.fact('the database is heard again');
    this.silent = false;
  }

  private giveUp(client: Client): void {
    this.asked = null;
    this.client = null;
    cut(client);
    if (!this.silent) this.log.trouble('the database is silent: its connections are cut');
    this.silent = true;
    for (const one of this.pooled()) cut(one);
  }

  private config(): ClientConfig {
    const { url } = this.source.options as { url: string };
    return { connectionString: url, application_name: 'pulse', keepAlive: true };
  }

  /** All connections of the pool, those being opened and those in use too; it has no public list of them. */
  private pooled(): Client[] {
    const { master } = this.source.driver as unknown as { master: { _clients: Client[] } };
    return [...master._clients];
  }
}
