import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module';
import { GlossaryModule } from '../glossary/glossary.module';
import { PreviewController } from './preview.controller';
import { PreviewService } from './preview.service';

@Module({ imports: [CatalogModule, GlossaryModule], controllers: [PreviewController], providers: [PreviewService] })
export class PreviewModule {}
