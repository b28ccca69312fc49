import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CatalogController } from './catalog.controller.js';
import { City } from './city.js';

@Global()
@Module({
  controllers: [CatalogController],
  providers: [
    { provide: City, inject: [DataSource], useFactory: (source: DataSource) => City.load(source) },
  ],
  exports: [City],
})
export class CatalogModule {}
