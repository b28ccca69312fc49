import { Module } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { ComplaintsModule } from '../../complaints/complaints.module.js';
import { RoutingModule } from '../../routing/routing.module.js';
import { MatterReader } from './matter-reader.js';
import { NeighboursController } from './neighbours.controller.js';
import { Neighbours } from './neighbours.js';
import { RepeatCommands } from './repeat-commands.js';
import { RepeatFinder } from './repeat-finder.js';
import { RepeatRounds } from './repeat-rounds.js';
import { SimilarCasesController } from './similar-cases.controller.js';
import { SimilarCases } from './similar-cases.js';

@Module({
  imports: [ComplaintsModule, RoutingModule],
  controllers: [NeighboursController, SimilarCasesController],
  providers: [
    { provide: MatterReader, inject: [City], useFactory: (city: City) => new MatterReader(city) },
    Neighbours,
    RepeatCommands,
    RepeatFinder,
    RepeatRounds,
    SimilarCases,
  ],
  exports: [Neighbours],
})
export class LikenessModule {}
