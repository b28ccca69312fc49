import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CatalogController } from './catalog.controller.js';
import { Door } from '../platform/database/door.js';
import { City } from './city.js';
import { lineOf } from './concerned.js';

async function loadCity(source: DataSource, door: Door): Promise<City> {
  const city = await City.load(source);
  door.standingOf = (staff) => ({
    within: staff.agency === null ? [] : city.withSubordinates(staff.agency),
    line: lineOf(staff, city),
  });
  return city;
}

@Global()
@Module({
  controllers: [CatalogController],
  providers: [{ provide: City, inject: [DataSource, Door], useFactory: loadCity }],
  exports: [City],
})
export class CatalogModule {}
