import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { ReplyDraftsController } from './replies/reply-drafts.controller.js';
import { ReplyDrafts } from './replies/reply-drafts.js';
import { SavedViews } from './views/saved-views.js';
import { ViewsController } from './views/views.controller.js';

/** What each keeps at the own desk. */
@Module({
  imports: [ComplaintsModule],
  controllers: [ReplyDraftsController, ViewsController],
  providers: [ReplyDrafts, SavedViews],
})
export class DeskModule {}
