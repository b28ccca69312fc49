import 'reflect-metadata';
import { Body, Controller, Inject, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsNumber, IsObject, IsString, Length, ValidateNested } from 'class-validator';
import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { write } from './tables.js';

class Point {
  @IsNumber()
  lat: number;

  @IsNumber()
  lon: number;
}

class Place {
  @ValidateNested()
  @Type(() => Point)
  point: Point;

  @IsString()
  address: string;
}

class Ticket {
  @IsString()
  category: string;

  @IsString()
  @Length(10, 2000)
  text: string;

  @ValidateNested()
  @Type(() => Place)
  place: Place;

  @IsObject()
  answers: object;
}

const statement = { name: 'write', text: write('$1', '$2', '$3', '$4') };

@Controller('tickets')
class Tickets {
  constructor(@Inject(Pool) private readonly pool: Pool) {}

  @Post()
  async file(@Body() { text }: Ticket) {
    const code = randomBytes(10).toString('hex');
    await this.pool.query({ ...statement, values: [code, 'agency-7', text.slice(0, 40), text] });
    return { code };
  }
}

const pool = new Pool({ connectionString: process.env['DATABASE_URL']!, max: 10 });

@Module({ controllers: [Tickets], providers: [{ provide: Pool, useValue: pool }] })
class Bare {}

const app = await NestFactory.create<NestFastifyApplication>(Bare, new FastifyAdapter(), {
  logger: false,
});
app.useGlobalPipes(
  new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }),
);
await app.listen(0, '127.0.0.1');
process.send?.(await app.getUrl());
