import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CatalogController } from './catalog.controller.js';
import { Door } from '../platform/database/door.js';
import { City } from './city.js';

async function loadCity(source: DataSource, door: Door): Promise<City> {
  const city = await City.load(source);
  door.standingOf = (agency) => ({
    within: city.withSubordinates(agency),
    above: city.withSuperiors(agency),
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
