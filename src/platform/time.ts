import { Injectable } from '@nestjs/common';

/** The only source of the present; tests put another in its place. */
@Injectable()
export class Time {
  now(): Date {
    return new Date();
  }
}
