import { Module } from '@nestjs/common';
import { Models } from './classifier/models.js';
import { Nightly } from './classifier/nightly.js';
import { SuggestionsController } from './classifier/suggestions.controller.js';
import { Suggestions } from './classifier/suggestions.js';
import { Routing } from './routing.js';

@Module({
  controllers: [SuggestionsController],
  providers: [Models, Nightly, Routing, Suggestions],
  exports: [Routing, Suggestions],
})
export class RoutingModule {}
